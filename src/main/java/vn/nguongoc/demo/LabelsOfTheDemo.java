package vn.nguongoc.demo;

import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.nguongoc.label.Keyring;
import vn.nguongoc.label.Serial;

/**
 * Labels of the lot that is shown, and a few scans of them: what the packer's and the buyers' own requests would make.
 * A machine that cannot print goes without; scans are sent only where there are none, so that they do not grow with
 * each start.
 */
@Component
class LabelsOfTheDemo {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String PHONE =
            "Mozilla/5.0 (Linux; Android 14; demo %d) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36";
    private static final String SAYING = """
            {"organisation":"%s","labels":"%s","reason":"rách khi dán","by":"KHO-01",\
            "happenedAt":"2026-05-18T11:00:00+07:00"}""";

    /** Bags before this one are scanned once each; of this one the code was copied. */
    private static final int COPIED = 12;

    private static final int PHONES = 7;

    /** Cần Thơ and Hà Nội, as the form has them: farther apart than a bag travels in a day. */
    private static final List<String> TOWNS = List.of("100_1058", "210_1058");

    private final Keyring keyring;

    LabelsOfTheDemo(Keyring keyring) {
        this.keyring = keyring;
    }

    /** @param lot as the API gives it */
    void make(Talk talk, JsonNode lot) {
        var organisation = lot.get("organisation").stringValue();
        var id = lot.get("id").stringValue();
        var order = talk.record("/api/label-runs", "demo-labels", """
            {"organisation":"%s","lot":"%s","kind":"units","count":"1000","preset":"a4-65","by":"KHO-01",\
            "happenedAt":"2026-05-18T09:00:00+07:00"}""".formatted(organisation, id));
        if (order.statusCode() != 201) {
            return;
        }
        var run = "/api/label-runs/" + JSON.readTree(order.body()).get("id").stringValue();
        var position = order.headers().firstValue("Log-Position").orElseThrow();
        talk.get(run + "/progress?after=" + position); // it ends when the file is whole
        var activated = talk.record(run + "/activations", "demo-activated", SAYING.formatted(organisation, "1-998"));
        var version = activated.headers().firstValue("ETag").orElse(null);
        talk.record(run + "/voids", "demo-voided", SAYING.formatted(organisation, "999-1000"), version);
        if (JSON.readTree(talk.get("/api/lots/" + id + "/scans").body())
                .get("days")
                .isEmpty()) {
            var serials = serials(JSON.readTree(talk.get(run).body()).get("serials"));
            scan(talk, "/" + lot.get("address").stringValue() + "/21/", serials);
        }
    }

    private List<Serial> serials(JsonNode run) {
        return keyring.keys().named(run.get("key").stringValue()).stream()
                .flatMap(key -> key.serials(run.get("number").asLong(), 0, COPIED + 1))
                .toList();
    }

    private static void scan(Talk talk, String page, List<Serial> serials) {
        var copied = page + serials.get(COPIED).value();
        for (int i = 0; i < COPIED; i++) {
            talk.look(page + serials.get(i).value(), PHONE.formatted(i));
        }
        for (int i = 0; i < PHONES; i++) {
            talk.look(copied, PHONE.formatted(i));
            talk.fillIn("/place", PHONE.formatted(i), "link=" + copied + "&tile=" + TOWNS.get(i % TOWNS.size()));
        }
    }
}
