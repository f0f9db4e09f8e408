package vn.nguongoc.province;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nguongoc.generations.HistoryProgress;
import vn.nguongoc.recall.event.RecallEvent.RecallOpened;
import vn.nguongoc.recallreport.Auditor;
import vn.nguongoc.recallreport.RecallReports;
import vn.nguongoc.recallreport.Whole;

/** Recalls, real and mock, in a year of twenty plots: what the reports say is what the events say, to the gram. */
class RecallReportOfAProvinceTest {
    private static final Size SIZE = new Size(7, 20, 1, 300, 1, 10);
    private static final String FOLLOWED = "province.history";
    private static final int PRACTISED = 60;

    @TempDir
    private Path directory;

    @BeforeEach
    void letTheHistoryFollow() {
        System.setProperty(FOLLOWED, "true");
    }

    @AfterEach
    void letItRest() {
        System.clearProperty(FOLLOWED);
    }

    @Test
    void every_report_balances_and_leaves_nothing_out() throws Exception {
        var silence = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        try (var service = QuietService.open(directory)) {
            Province.make(SIZE, service, silence);
            var progress = service.bean(HistoryProgress.class);
            while (progress.position() < service.head()) {
                Thread.sleep(5);
            }
            var auditor = Auditor.of(service.log());
            var reports = service.bean(RecallReports.class);
            for (var opened : recalls(service)) {
                var report = reports.of(opened.recall());
                Whole.check(report, auditor);
                assertThat(report.total().recalled()).isEqualTo(report.total().lots());
            }
            var dice = new Random(SIZE.seed());
            for (int i = 0; i < PRACTISED; i++) {
                var lot = auditor.lots().get(dice.nextInt(auditor.lots().size()));
                Whole.check(reports.of(Whole.mock(auditor.holder(lot), List.of(lot))), auditor);
            }
        }
    }

    private static List<RecallOpened> recalls(QuietService service) throws InterruptedException {
        var recalls = new ArrayList<RecallOpened>();
        try (var stream = service.log().openStream(null)) {
            while (stream.hasNextAvailable()) {
                if (stream.nextAvailable().getPayload() instanceof RecallOpened opened) {
                    recalls.add(opened);
                }
            }
        }
        assertThat(recalls).isNotEmpty();
        return recalls;
    }
}
