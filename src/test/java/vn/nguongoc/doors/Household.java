package vn.nguongoc.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import vn.nguongoc.Api;

/**
 * A cooperative of one's own with all that one may have, somebody else's with the same, and one that is not there; and
 * everybody who may come to the door.
 */
final class Household {
    static final String PASSWORD = "lúa thơm cây trái ngon";
    private static final String WARD = "31570";

    private final Api visitor;
    private final Api administrator;
    private final List<Caller> callers = new ArrayList<>();
    private final Things own;
    private final Things foreign;
    private long position = -1;

    private Household(Api visitor, Path directory) throws IOException {
        this.visitor = visitor;
        administrator = administrator(visitor, directory);
        own = things("31570", true);
        foreign = things("31537", false);
    }

    static Household in(Api visitor, Path directory) throws IOException {
        return new Household(visitor, directory);
    }

    List<Caller> callers() {
        return callers;
    }

    Things own() {
        return own;
    }

    Things foreign() {
        return foreign;
    }

    Things missing() {
        return MISSING;
    }

    /** Position in the log of the last thing that was recorded. */
    long position() {
        return position;
    }

    /** @param code theirs in the record; of machines and strangers what they say */
    record Caller(String name, String code, Api api) {
        /** Whether somebody else's things are theirs, too: by running the service, or by certifying. */
        boolean reachesOthers() {
            return name.equals("administrator") || name.equals("certifier");
        }
    }

    // ---- people

    private Api join(String invitation) {
        return joined(visitor, invitation, "n-" + UUID.randomUUID());
    }

    /** Takes an invitation. */
    static Api.Answer join(Api visitor, String invitation, String name) {
        return visitor.send(visitor.request("/account/join")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("invitation=" + invitation + "&name=" + name + "&password="
                        + URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8))));
    }

    /** Whoever was just entered, by the invitation that came of it. */
    static Api joined(Api visitor, Api.Answer entered) {
        return joined(visitor, secret(entered), "n-" + UUID.randomUUID());
    }

    private static Api joined(Api visitor, String invitation, String name) {
        return visitor.with("Cookie", cookie(visitor, invitation, name));
    }

    private static String cookie(Api visitor, String invitation, String name) {
        var answer = join(visitor, invitation, name);
        assertThat(answer.status()).as(answer.text()).isEqualTo(303);
        return answer.header("Set-Cookie").replaceFirst(";.*", "");
    }

    private static String secret(Api.Answer entered) {
        entered.created();
        return entered.json().get("invitation").stringValue().replaceFirst(".*#", "");
    }

    /** The administrator of a service that has just started, who has added a passkey and signed in by it. */
    static Api administrator(Api visitor, Path directory) throws IOException {
        var session = directory.resolve("session-of-the-administrator");
        if (!Files.exists(session)) {
            var invitation = Files.readString(directory.resolve(FirstAdministrator.FILE))
                    .strip()
                    .replaceFirst(".*#", "");
            Files.writeString(session, byPasskey(visitor, cookie(visitor, invitation, "n-" + UUID.randomUUID())));
        }
        return visitor.with("Cookie", Files.readString(session));
    }

    /** Adds a passkey and signs in by it. */
    private static String byPasskey(Api visitor, String cookie) {
        var port = visitor.request("/").build().uri().getPort();
        var visit = new Visit(port, cookie);
        try {
            var passkey = new SoftAuthenticator("http://localhost:" + port);
            assertThat(passkey.addTo(visit).status()).isEqualTo(201);
            assertThat(passkey.signIn(visit).status()).isEqualTo(200);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return visit.cookie("nguongoc");
    }

    /** A manager of a cooperative of their own. */
    static Member manager(Api visitor, Path directory) throws IOException {
        var administrator = administrator(visitor, directory);
        var organisation = administrator.cooperative();
        var name = "n-" + UUID.randomUUID();
        var entered = administrator.post(
                "/api/people", "{'code':'QL-1','duty':'manager','organisation':'" + organisation + "'}");
        var cookie = cookie(visitor, secret(entered), name);
        return new Member(visitor, visitor.with("Cookie", cookie), name, organisation, cookie);
    }

    /**
     * @param name for signing in
     * @param cookie of the session that {@code api} shows
     */
    record Member(Api visitor, Api api, String name, String organisation, String cookie) {
        String plot() {
            return """
                    {"cooperative":"%s","code":"%s","kind":"rice-field","area":{"value":"2","unit":"ha"},"ward":"31570",
                     "happenedAt":"2026-01-01T09:00:00+07:00"}""".formatted(organisation, UUID.randomUUID().toString().substring(0, 8));
        }

        String invite(String duty) {
            return secret(api.post(
                    "/api/people", "{'code':'X-1','duty':'%s','organisation':'%s'}".formatted(duty, organisation)));
        }

        Api enter(String code, String duty) {
            var entered = api.post(
                    "/api/people", "{'code':'%s','duty':'%s','organisation':'%s'}".formatted(code, duty, organisation));
            return joined(visitor, secret(entered), "n-" + UUID.randomUUID());
        }

        String issuing(String verb) {
            return """
                    {'organisation':'%s','duties':['recorder'],'verbs':['%s'],'expiresAt':'%s'}""".formatted(
                    organisation, verb, OffsetDateTime.now(ZoneOffset.UTC).plusDays(7));
        }

        JsonNode key(String verb) {
            return api.post("/api/keys", issuing(verb)).json();
        }
    }

    private Api person(String code, String duty, String where) {
        var entered = administrator.post("/api/people", "{'code':'%s','duty':'%s',%s}".formatted(code, duty, where));
        return join(secret(entered));
    }

    private Api key(Api manager, String organisation, String verb) {
        var issued = manager.post("/api/keys", """
                {'organisation':'%s','duties':['recorder'],'verbs':['%s'],'expiresAt':'%s'}""".formatted(
                        organisation, verb, OffsetDateTime.now(ZoneOffset.UTC).plusDays(7)));
        issued.created();
        return visitor.with(
                "Authorization", "Bearer " + issued.json().get("key").stringValue());
    }

    // ---- things

    private Things things(String ward, boolean ours) {
        var organisation = created(administrator.post("/api/cooperatives", """
                {'name':'HTX','gln':'9520001009013','ward':'%s','happenedAt':'2026-01-01T08:00:00+07:00'}""".formatted(ward)));
        var at = "'organisation':'" + organisation + "'";
        var manager = person("QL-1", "manager", at);
        var ids = new LinkedHashMap<String, String>();
        ids.put("organisation", organisation);
        var laboratory = partner("laboratory");
        ids.put("laboratory", laboratory);
        if (ours) {
            callers.add(new Caller("nobody", "NN-1", visitor));
            callers.add(new Caller("administrator", "QT-1", administrator));
            callers.add(new Caller("manager", "QL-1", manager));
            callers.add(new Caller("recorder", "GC-1", person("GC-1", "recorder", at)));
            callers.add(new Caller("operator", "VH-1", person("VH-1", "operator", at)));
            callers.add(new Caller("carrier", "VC-1", person("VC-1", "carrier", at)));
            callers.add(new Caller(
                    "laboratory", "KN-1", person("KN-1", "laboratory", "'organisation':'" + laboratory + "'")));
            callers.add(new Caller(
                    "certifier", "CN-1", person("CN-1", "certifier", "'organisation':'" + partner("certifier") + "'")));
            callers.add(new Caller("inspector", "TT-1", person("TT-1", "inspector", "'wards':['" + WARD + "']")));
            callers.add(new Caller("key to read", "MAY-1", key(manager, organisation, "read")));
            callers.add(new Caller("key to record", "MAY-1", key(manager, organisation, "record")));
        }
        ids.put(
                "file",
                manager.send(manager.request("/api/organisations/" + organisation + "/files")
                                .POST(BodyPublishers.ofString("%PDF-1.4\n%%EOF")))
                        .created());
        farm(manager, organisation, ward, ids);
        ids.put(
                "person",
                created(administrator.post("/api/people", "{'code':'X-9','duty':'recorder',%s}".formatted(at))));
        ids.put("key", keyOf(manager, organisation));
        ids.put("farmer", created(manager.post("/api/organisations/" + organisation + "/farmers", """
                {'code':'%s','name':'Trần Thị Mười (thử)','happenedAt':'2026-01-01T09:00:00+07:00'}""".formatted(
                        ours ? "ND-0001" : "ND-0002"))));
        return new Things(ids);
    }

    private String partner(String kind) {
        return created(administrator.post("/api/partners", """
                {'name':'Đối tác','kind':'%s','happenedAt':'2026-01-01T08:00:00+07:00'}""".formatted(kind)));
    }

    private void farm(Api manager, String organisation, String ward, Map<String, String> ids) {
        var plot = created(manager.post("/api/plots", """
                {'cooperative':'%s','code':'P1','kind':'rice-field','area':{'value':'2','unit':'ha'},'ward':'%s',
                 'happenedAt':'2026-01-01T09:00:00+07:00'}""".formatted(organisation, ward)));
        ids.put("plot", plot);
        var seed = "SL-" + UUID.randomUUID();
        ids.put("seed", seed);
        manager.seedLot(organisation, seed, "130").created();
        created(manager.post("/api/plots/" + plot + "/cycles", """
                {'cooperative':'%s','product':'paddy-st25','season':'dong-xuan','seedLot':'%s',
                 'seed':{'value':'130','unit':'kg'},'happenedAt':'2026-01-02T08:00:00+07:00'}""".formatted(organisation, seed)));
        created(manager.post("/api/plots/" + plot + "/activities", """
                {'cooperative':'%s','kind':'sowing','fields':{'seed':'130'},'evidence':['%s'],
                 'happenedAt':'2026-01-08T08:00:00+07:00'}""".formatted(organisation, ids.get("file"))));
        var lot = created(manager.harvest(organisation, plot, "1000"));
        ids.put("lot", lot);
        created(manager.post("/api/lots/" + lot + "/test-orders", """
                {'organisation':'%s','laboratory':'%s','tests':['residue'],'by':'QL-1',
                 'happenedAt':'2026-04-25T08:00:00+07:00'}""".formatted(organisation, ids.get("laboratory"))));
        var step = manager.store(organisation, lot, "100");
        ids.put("step", created(step));
        var stored = step.json().get("lots").get(0).stringValue();
        ids.put("shipment", created(manager.post("/api/shipments", """
                {'organisation':'%s','to':'Chợ','lines':[{'lot':'%s','quantity':{'value':'50','unit':'kg'}}],
                 'happenedAt':'2026-05-20T08:00:00+07:00'}""".formatted(organisation, stored))));
        ids.put("run", created(manager.post("/api/label-runs", """
                {'organisation':'%s','lot':'%s','kind':'lot','count':'1','preset':'a4-24','by':'QL-1',
                 'happenedAt':'2026-05-19T08:00:00+07:00'}""".formatted(organisation, lot))));
        ids.put("recall", created(manager.post("/api/recalls", """
                {'organisation':'%s','lots':['%s'],'reason':'thử','by':'QL-1',
                 'happenedAt':'2026-05-21T08:00:00+07:00'}""".formatted(organisation, stored))));
    }

    private String keyOf(Api manager, String organisation) {
        return created(manager.post("/api/keys", """
                {'organisation':'%s','duties':['recorder'],'verbs':['read'],'expiresAt':'%s'}""".formatted(
                        organisation, OffsetDateTime.now(ZoneOffset.UTC).plusDays(7))));
    }

    private String created(Api.Answer answer) {
        var id = answer.created();
        position = Math.max(position, Long.parseLong(answer.header("Log-Position")));
        return id;
    }

    // ---- what one household has

    private static final Things MISSING = new Things(new LinkedHashMap<>(Map.ofEntries(
            Map.entry("organisation", "htx-0000000000000009"),
            Map.entry("laboratory", "org-0000000000000009"),
            Map.entry("plot", "plot-0000000000000009"),
            Map.entry("seed", "SL-0000000-0000-0000-0000-000000000000"),
            Map.entry("lot", "lot-0000000000000009"),
            Map.entry("step", "step-0000000000000009"),
            Map.entry("shipment", "ship-0000000000000009"),
            Map.entry("run", "run-0000000000000009"),
            Map.entry("recall", "recall-0000000000000009"),
            Map.entry("person", "person-0000000000000009"),
            Map.entry("key", "key-0000000000000009"),
            Map.entry("farmer", "ND-0009"),
            Map.entry("file", "sha256-" + "9".repeat(64)))));

    /** @param ids by what they are of */
    record Things(Map<String, String> ids) {
        private static final Pattern VARIABLE = Pattern.compile("\\{([^}:]+)(:[^}]*)?}");
        private static final Map<String, String> BY_ROOM = Map.ofEntries(
                Map.entry("cooperatives", "organisation"),
                Map.entry("organisations", "organisation"),
                Map.entry("partners", "laboratory"),
                Map.entry("plots", "plot"),
                Map.entry("lots", "lot"),
                Map.entry("steps", "step"),
                Map.entry("shipments", "shipment"),
                Map.entry("recalls", "recall"),
                Map.entry("label-runs", "run"),
                Map.entry("people", "person"),
                Map.entry("keys", "key"));

        String of(String kind) {
            return Objects.requireNonNull(ids.get(kind), kind);
        }

        /** An address about these things. */
        String in(String pattern) {
            var rooms = pattern.replace("{holders:cooperatives|partners}", "cooperatives")
                    .replaceFirst("^/api", "")
                    .split("/");
            return VARIABLE.matcher(pattern).replaceAll(it -> value(it.group(1), rooms));
        }

        private String value(String variable, String[] rooms) {
            return switch (variable) {
                case "holders" -> "cooperatives";
                case "id" -> ids.getOrDefault(BY_ROOM.getOrDefault(rooms[1], ""), "0");
                case "organisation", "cooperative" -> of("organisation");
                case "lot" -> of("lot");
                case "run" -> of("run");
                case "file" -> of("file");
                case "person" -> of("person");
                case "key" -> of("key");
                case "farmer" -> of("farmer");
                case "number" -> rooms[1].equals("seed-lots") ? of("seed") : "1";
                case "what" -> rooms[rooms.length - 2].equals("{person}") ? "duties" : "voids";
                case "cycle" -> "1";
                case "year" -> "2026";
                case "season" -> "dong-xuan";
                default -> throw new IllegalArgumentException("what is " + variable + "?");
            };
        }

        /** The parameter that a list is asked for with. */
        String query(Route route) {
            var first = switch (route.access()) {
                case Access.Seeing it -> it;
                case Access.SeeingOne it -> it.alternatives().getFirst();
                default -> null;
            };
            if (route.pattern().endsWith("label.svg")) {
                return "?preset=a4-24";
            }
            if (first == null || route.pattern().contains("{" + first.variable() + "}")) {
                return "";
            }
            var reason = route.pattern().startsWith("/api/mock-recalls")
                    ? "&lot=" + of("lot") + "&reason=x&by=QL-1&happenedAt=2026-06-01T08:00:00%2B07:00"
                    : "";
            return "?" + first.variable() + "=" + of(named(first)) + reason;
        }

        private static String named(Access.Seeing seeing) {
            if (seeing.variable().equals("laboratory")) {
                return "laboratory";
            }
            return seeing.kind() == Access.Kind.SALE ? "lot" : "organisation";
        }

        /** A text about these things, as it would be about others. */
        String renamed(String text, Things others) {
            var now = text;
            for (var it : ids.entrySet()) {
                now = now.replace(it.getValue(), others.of(it.getKey()));
            }
            return now;
        }
    }
}
