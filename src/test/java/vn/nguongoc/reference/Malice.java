package vn.nguongoc.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes of what is right what is wrong, or just on the border, by dice. */
final class Malice {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Texts that something, somewhere, has fallen over. */
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "\ufeff",
            "\ud800",
            "\udfff\ud800",
            "a\ud800b",
            "'\"\\",
            "<script>alert(1)</script>",
            "${jndi:ldap://x}",
            "{{7*7}}",
            "{0}{1}{99999}",
            "'{",
            "%00",
            "%2e%2e%2f",
            "../../etc/passwd",
            "null",
            "NaN",
            "Infinity",
            "-0",
            "1e400",
            "0.0001",
            "0.001",
            "999999999999999.999",
            "1000000000",
            "1000000001",
            "9999999999999999999999",
            "-1",
            "１２３",
            "1,5",
            "1.",
            "+1",
            "0x10",
            "2026-02-30",
            "2026-13-01T00:00:00+07:00",
            "2026-01-01T00:00:00",
            "+999999999-12-31T23:59:59-18:00",
            "-999999999-01-01T00:00:00+18:00",
            "9999-12-31T23:59:59.999999999Z",
            "0000-01-01",
            "+1000000000-01-01",
            "1-2147483647",
            "0",
            "1-99999999",
            "5-1",
            "\u202eabc",
            "e\u0301".repeat(100),
            "𝔘".repeat(100),
            "x".repeat(200),
            "x".repeat(201),
            "x".repeat(5000),
            "$where",
            "$gt",
            "a.b",
            "lot-0000000000000000",
            "htx-zzzzzzzzzzzzzzzz",
            "org-0000000000000000",
            "plot-0000000000000000",
            "lot-iiiiiiiiiiiiiiii",
            "paddy-st25",
            "kg",
            "tạ",
            "🐟");

    /** Numbers that are not written as text, as they stand in JSON. */
    private static final List<String> NUMBERS = List.of(
            "0",
            "-1",
            "1",
            "1.5",
            "1e400",
            "-1e400",
            "1e-400",
            "1e999999999",
            "9223372036854775807",
            "9223372036854775808",
            "2147483648",
            "0.1",
            "-0.0",
            "100",
            "1" + "0".repeat(900));

    /** Whoever sends more may be cut off before they have read the answer. */
    private static final int LARGEST_BODY = 1 << 17;

    private final Random dice;

    Malice(Random dice) {
        this.dice = dice;
    }

    <T> T one(List<T> of) {
        return of.get(dice.nextInt(of.size()));
    }

    boolean rolls(int inAHundred) {
        return dice.nextInt(100) < inAHundred;
    }

    String text() {
        return one(TEXTS);
    }

    /** A body that is right but for one to three places. */
    String body(String right) {
        if (rolls(12)) {
            return broken(right);
        }
        var body = JSON.readTree(right);
        for (int times = 1 + dice.nextInt(3); times > 0; times--) {
            body = changed(body);
        }
        return written(body);
    }

    /** What cannot be written as a tree: half JSON, numbers beyond all bounds, the same name twice, depth. */
    private String broken(String right) {
        return switch (dice.nextInt(9)) {
            case 0 -> right.substring(0, dice.nextInt(right.length() + 1));
            case 1 -> right + right;
            case 2 -> "[".repeat(5000) + "]".repeat(5000);
            case 3 -> "{\"a\":".repeat(3000) + "1" + "}".repeat(3000);
            case 4 -> right.replaceFirst("\"(value|organisation|cooperative|name|reason)\":", "\"$1\":1e400,\"$1\":");
            case 5 -> right.replaceFirst(":\"[^\"]*\"", ":NaN");
            case 6 -> right.replaceFirst("\"", "\u0001");
            case 7 -> "\ufeff" + right;
            default ->
                one(List.of("", "null", "[]", "\"\"", "0", "true", "{}", "{\"\":null}", "nul", "'a'", "<a/>", "a=b"));
        };
    }

    private JsonNode changed(JsonNode body) {
        var places = new ArrayList<Place>();
        collect(body, places);
        if (places.isEmpty()) {
            return anything(body);
        }
        var place = one(places);
        place.set(anything(place.get()), rolls(15));
        return body;
    }

    private static void collect(JsonNode node, List<Place> places) {
        if (node instanceof ObjectNode object) {
            object.propertyNames().forEach(name -> {
                places.add(new Place(object, name, -1));
                collect(object.get(name), places);
            });
            places.add(new Place(object, "ngoài", -1));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                places.add(new Place(array, "", i));
                collect(array.get(i), places);
            }
        }
    }

    /** Where a value stands. */
    private record Place(JsonNode in, String name, int index) {
        JsonNode get() {
            var there = index < 0 ? in.get(name) : in.get(index);
            return there == null ? NODES.nullNode() : there;
        }

        void set(JsonNode value, boolean gone) {
            if (in instanceof ArrayNode array) {
                array.set(index, value);
            } else if (gone) {
                ((ObjectNode) in).remove(name);
            } else {
                ((ObjectNode) in).set(name, value);
            }
        }
    }

    private JsonNode anything(JsonNode instead) {
        return switch (dice.nextInt(12)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(dice.nextBoolean());
            case 2 -> NODES.arrayNode();
            case 3 -> NODES.objectNode();
            case 4 -> NODES.arrayNode().add(instead);
            case 5 -> NODES.objectNode().set("value", instead);
            case 6 -> many(instead);
            case 7, 8 -> NODES.stringNode(NUMBER + one(NUMBERS) + NUMBER);
            default -> NODES.stringNode(text());
        };
    }

    private ArrayNode many(JsonNode instead) {
        var many = NODES.arrayNode();
        var room = LARGEST_BODY / (instead.toString().length() + 1);
        for (int count = Math.min(room, one(List.of(2, 999, 1000, 1001, 1500))); count > 0; count--) {
            many.add(instead);
        }
        return many;
    }

    /** Stands around a number until it is written: a tree would change it. */
    private static final String NUMBER = "\u0007";

    private static String written(JsonNode body) {
        return JSON.writeValueAsString(body).replace("\"\\u0007", "").replace("\\u0007\"", "");
    }
}
