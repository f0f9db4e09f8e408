package vn.nguongoc.printing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.nguongoc.Api;
import vn.nguongoc.NguonGoc;
import vn.nguongoc.eventlog.Await;

/** A service that ends while it prints, and what the next one on the same data does. */
class RestartTest {
    private static final int LABELS = 10_000;

    @TempDir
    private Path directory;

    private ConfigurableApplicationContext service() {
        return new SpringApplicationBuilder(NguonGoc.class)
                .run(
                        "--server.port=0",
                        "--nguongoc.public-url=https://nguongoc.example",
                        "--nguongoc.mongo.directory=" + directory);
    }

    private static Api api(ConfigurableApplicationContext service) {
        return new Api(service.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(directory.resolve("labels"))) {
            return files.map(it -> it.getFileName().toString()).toList();
        }
    }

    /** What is printed on the first and the last page; the files themselves tell when they were made. */
    private static String words(Api api, String run) throws IOException {
        try (var pdf =
                Loader.loadPDF(api.bytes("/api/label-runs/" + run + "/file").body())) {
            var stripper = new PDFTextStripper();
            stripper.setEndPage(1);
            var first = stripper.getText(pdf);
            stripper.setStartPage(pdf.getNumberOfPages());
            stripper.setEndPage(pdf.getNumberOfPages());
            return first + stripper.getText(pdf);
        }
    }

    private static String state(Api api, String run) {
        var answer = api.get("/api/label-runs/" + run);
        return answer.status() == 200 ? answer.json().at("/file/state").stringValue() : "";
    }

    @Test
    void a_run_that_was_interrupted_is_printed_whole_by_the_next_start_and_the_same_again() throws Exception {
        String run;
        try (var service = service()) {
            var api = api(service);
            var packer = new Packer(api);
            var packed = packer.packed("0.01");
            run = packer.order(packed.lot(), "units", LABELS).created();
            Await.until("it is being printed", () -> draft(run));
        }
        assertThat(files()).as("neither half a file nor a draft").isEmpty();
        rebuildPrintsNothing();
        String printed;
        try (var service = service()) {
            var api = api(service);
            Await.until("it is whole", () -> state(api, run).equals("WHOLE"));
            printed = words(api, run);
            assertThat(api.get("/api/label-runs/" + run)
                            .json()
                            .at("/labels/open")
                            .intValue())
                    .isEqualTo(LABELS);
            Files.delete(directory.resolve("labels").resolve(run + ".pdf"));
            assertThat(state(api, run)).isEqualTo("ABSENT");
            assertThat(api.get("/api/label-runs/" + run + "/file").status()).isEqualTo(503);
            Await.until("it is whole", () -> state(api, run).equals("WHOLE"));
            assertThat(words(api, run)).isEqualTo(printed);
        }
        var key = directory.resolve("serial-keys");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        Files.delete(key);
        Files.delete(directory.resolve("labels").resolve(run + ".pdf"));
        try (var service = service()) {
            var api = api(service);
            Await.until("it is known", () -> state(api, run).equals("ABSENT"));
            api.get("/api/label-runs/" + run + "/file");
            Await.until("it cannot be printed", () -> state(api, run).equals("FAILED"));
            assertThat(api.get("/api/label-runs/" + run + "/file").text()).contains("print/key-missing");
        }
    }

    /** The same start as {@code java -jar nguongoc.jar rebuild}. */
    private void rebuildPrintsNothing() throws IOException {
        try (var rebuild = new SpringApplicationBuilder(NguonGoc.class)
                .web(WebApplicationType.NONE)
                .run("--nguongoc.mongo.directory=" + directory)) {
            assertThat(rebuild.getBean(Prints.class).isRunning()).isFalse();
        }
        assertThat(files()).isEmpty();
    }

    private boolean draft(String run) {
        return Files.exists(directory.resolve("labels").resolve(run + ".pdf.part"));
    }
}
