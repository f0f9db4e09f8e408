package vn.nguongoc.printing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nguongoc.Api.Answer;
import vn.nguongoc.ServiceProcess;
import vn.nguongoc.eventlog.Await;
import vn.nguongoc.label.Serial;
import vn.nguongoc.label.SerialKey;

/** kill -9 of a real process while it prints and another run waits, in a service whose queue holds one. */
class KilledPrintingTest {
    private static final int LABELS = 20_000;
    private static final int ON_A_SHEET = 24;

    @TempDir
    private Path directory;

    private List<String> files() {
        var labels = directory.resolve("data/labels");
        if (!Files.isDirectory(labels)) {
            return List.of();
        }
        try (var files = Files.list(labels)) {
            return files.map(it -> it.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer file(ServiceProcess service, String run) {
        return service.api().get("/api/label-runs/" + run + "/file");
    }

    private static long head(ServiceProcess service) {
        return service.api().get("/api/rebuilds").json().get("head").asLong();
    }

    /** What the labels must say, made from the key and from what the record says of the run. */
    private List<Serial> serials(ServiceProcess service, Answer order) throws IOException {
        var run = service.api().get("/api/label-runs/" + order.created() + "?after=" + order.header("Log-Position"));
        assertThat(run.status()).as(run.text()).isEqualTo(200);
        var serials = run.json().get("serials");
        var secret = Files.readString(directory.resolve("data/serial-keys")).strip();
        return new SerialKey(
                        serials.get("key").stringValue(), Base64.getDecoder().decode(secret))
                .serials(serials.get("number").asLong(), 0, LABELS)
                .toList();
    }

    @Test
    void what_was_killed_is_printed_whole_by_the_next_start_with_the_same_serials_and_so_is_what_waited()
            throws Exception {
        var service = new ServiceProcess(directory, "--nguongoc.labels.waiting=1");
        try {
            service.start();
            var packer = new Packer(service.api());
            var few = packer.packed("5").lot();
            var order = packer.order(packer.packed("0.006").lot(), "units", LABELS);
            var killed = order.created();
            Await.until("it is being printed", () -> files().contains(killed + ".pdf.part"));
            var waiting = packer.order(few, "units", 20).created();
            what_finds_no_room_leaves_nothing_behind(service, packer, few);
            var serials = serials(service, order);
            service.kill();
            assertThat(files()).as("half a file has another name").containsExactly(killed + ".pdf.part");

            service.start();
            assertThat(serials(service, order)).isEqualTo(serials);
            is_served_when_it_is_whole(service, killed);
            Await.until("what waited is printed", () -> file(service, waiting).status() == 200);
            assertThat(files()).containsExactlyInAnyOrder(killed + ".pdf", waiting + ".pdf");
            has_each_serial_once_and_in_order(service, killed, serials);
            packer.order(few, "units", 4).created();
        } finally {
            service.kill();
        }
    }

    /** Four units are left; they may be labelled when there is room. */
    private static void what_finds_no_room_leaves_nothing_behind(ServiceProcess service, Packer packer, String lot) {
        var before = head(service);
        var full = packer.order(lot, "units", 4);
        assertThat(full.status()).as(full.text()).isEqualTo(503);
        assertThat(full.header("Retry-After")).isNotEmpty();
        assertThat(full.text()).contains("print/queue-full", "\"waiting\":1", "\"most\":1");
        assertThat(head(service)).as("nothing is recorded").isEqualTo(before);
    }

    /** Until the stream of its progress ends, there is no file. */
    private static void is_served_when_it_is_whole(ServiceProcess service, String run) {
        var early = file(service, run);
        assertThat(early.status()).as(early.text()).isEqualTo(503);
        assertThat(early.text()).contains("print/not-whole-yet");
        assertThat(early.header("Retry-After")).isNotEmpty();
        assertThat(service.api().get("/api/label-runs/" + run + "/progress").text())
                .contains("\"state\":\"PRINTING\"")
                .endsWith("data:{\"state\":\"WHOLE\",\"done\":%1$d,\"count\":%1$d}\n\n".formatted(LABELS));
    }

    private static void has_each_serial_once_and_in_order(ServiceProcess service, String run, List<Serial> serials)
            throws IOException {
        try (var pdf = Loader.loadPDF(
                service.api().bytes("/api/label-runs/" + run + "/file").body())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(Math.ceilDiv(LABELS, ON_A_SHEET));
            var text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", "");
            var at = -1;
            for (var serial : serials) {
                at = text.indexOf(serial.grouped(), at + 1);
                assertThat(at).as(serial.grouped()).isNotNegative();
            }
        }
    }
}
