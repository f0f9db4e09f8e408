package vn.nguongoc.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import vn.nguongoc.Api;
import vn.nguongoc.ServiceTest;
import vn.nguongoc.generations.Things;
import vn.nguongoc.label.Keyring;
import vn.nguongoc.label.Serial;
import vn.nguongoc.labelling.event.LabelRunId;
import vn.nguongoc.printing.Packer;
import vn.nguongoc.view.ViewOfLabelRun;

/** What the page of one bag asks the database: a hundred thousand bags of a lot are scanned, and guessed. */
@ServiceTest
@Import(CountedReads.class)
class UnitPageReadsTest {
    @Autowired
    private Things things;

    @Autowired
    private Keyring keyring;

    @Autowired
    private CountedReads reads;

    private final Api api;
    private final Packer packer;
    private String lot = "";
    private List<Serial> serials = List.of();

    UnitPageReadsTest(@LocalServerPort int port) {
        api = new Api(port);
        packer = new Packer(api);
    }

    @BeforeEach
    void label() {
        var packed = packer.packed("5");
        var order = packer.order(packed.lot(), "units", 24);
        var run = order.created();
        api.get("/api/label-runs/" + run + "?after=" + order.header("Log-Position"));
        // Printed, and known to be: a run that changes is read anew.
        assertThat(api.get("/api/label-runs/" + run + "/progress").text()).contains("WHOLE");
        var head = api.get("/api/rebuilds").json().get("head").asLong();
        assertThat(api.get("/api/label-runs/" + run + "?after=" + head).status())
                .isEqualTo(200);
        var view = things.find(ViewOfLabelRun.class, new LabelRunId(run)).orElseThrow();
        lot = packed.path();
        serials = keyring.keys()
                .current()
                .orElseThrow()
                .serials(Objects.requireNonNull(view.serials()).number(), 0, 24)
                .toList();
    }

    private List<String> readsOf(String serial) {
        reads.taken();
        var page = api.get(lot + "/21/" + serial, "User-Agent", VisitorsTest.PHONE, "Accept", "text/html");
        assertThat(page.status()).isEqualTo(200);
        return reads.taken();
    }

    @Test
    void the_page_of_a_unit_that_nobody_scanned_costs_one_read() {
        assertThat(readsOf(serials.get(0).value()))
                .as("the first of its lot: its lot and its run are read, too")
                .contains("scans-units")
                .hasSizeGreaterThan(1);
        assertThat(readsOf(serials.get(1).value())).containsExactly("scans-units");
    }

    @Test
    void a_serial_that_somebody_made_up_costs_none() {
        readsOf(serials.get(0).value());
        assertThat(readsOf("0123456789ABCDEF")).isEmpty();
    }
}
