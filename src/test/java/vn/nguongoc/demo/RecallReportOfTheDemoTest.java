package vn.nguongoc.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.nguongoc.ServiceTest;
import vn.nguongoc.generations.HistoryProgress;
import vn.nguongoc.lot.event.LotEvent.Begun;
import vn.nguongoc.lot.event.LotEvent.LotHarvested;
import vn.nguongoc.recallreport.Account;
import vn.nguongoc.recallreport.Auditor;
import vn.nguongoc.recallreport.RecallReport;
import vn.nguongoc.recallreport.RecallReports;
import vn.nguongoc.recallreport.ReportFiles;
import vn.nguongoc.recallreport.Whole;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.web.Words;

/** Mock recalls of the demonstration's harvests: the kilograms of the chains' own paper. */
@ServiceTest
class RecallReportOfTheDemoTest {
    @Autowired
    private Demo demo;

    @Autowired
    private EventStore log;

    @Autowired
    private RecallReports reports;

    @Autowired
    private ReportFiles files;

    @Autowired
    private HistoryProgress progress;

    private final Map<LotId, OrganisationId> harvests = new LinkedHashMap<>();
    private final Map<OrganisationId, List<LotId>> byHolder = new LinkedHashMap<>();
    private LotId bags = new LotId("lot-0000000000000000");

    @BeforeEach
    void readTheLog() throws InterruptedException {
        bags = new LotId(demo.replay().get("id").stringValue());
        progress.awaitSeen(progress.head());
        try (var stream = log.openStream(null)) {
            while (stream.hasNextAvailable()) {
                if (stream.nextAvailable().getPayload() instanceof Begun begun && begun instanceof LotHarvested lot) {
                    harvests.put(lot.lot(), lot.cooperative());
                }
            }
        }
        harvests.forEach((lot, holder) ->
                byHolder.computeIfAbsent(holder, it -> new ArrayList<>()).add(lot));
    }

    @Test
    void the_balance_of_every_harvest_is_what_the_events_say_to_the_gram() throws Exception {
        var auditor = Auditor.of(log);
        assertThat(harvests).hasSizeGreaterThan(6);
        for (var harvest : harvests.entrySet()) {
            Whole.check(mock(harvest.getValue(), List.of(harvest.getKey())), auditor);
        }
        for (var all : byHolder.entrySet()) {
            Whole.check(mock(all.getKey(), all.getValue()), auditor);
        }
    }

    /** Chain R1 on paper: 23,100 kg of paddy; what became of it adds up, with 298 kg that milling could not explain. */
    @Test
    void of_the_paddy_of_chain_r1_all_is_accounted_for_but_what_milling_could_not_explain() throws Exception {
        var report = r1();
        var balance = report.total().balance();
        assertThat(balance.at(Account.STARTED)).isEqualTo(Mass.kilograms(23_100));
        assertThat(balance.at(Account.MIXED_IN)).isEqualTo(Mass.ZERO);
        assertThat(balance.at(Account.MISSING)).isEqualTo(Mass.kilograms(298));
        assertThat(balance.at(Account.SAMPLED)).isEqualTo(Mass.kilograms(5));
        assertThat(report.total().accountedPercent()).isEqualTo("98.70");
        assertThat(report.holders())
                .extracting(
                        RecallReport.Holder::name,
                        it -> it.balance().at(Account.RECEIVED),
                        it -> it.balance().at(Account.HANDED_OVER))
                .contains(tuple("Siêu thị ở Cần Thơ (hư cấu)", Mass.kilograms(5_000), Mass.ZERO));
        print(report);
    }

    /** Kept under target/, for a person to look at: the picture in the README is of this. */
    private void print(RecallReport report) throws IOException {
        try (var paper = Loader.loadPDF(files.pdf(report, Words.VIETNAMESE))) {
            var directory = Files.createDirectories(Path.of("target", "screenshots"));
            var image = new PDFRenderer(paper).renderImageWithDPI(0, 96);
            ImageIO.write(image, "png", directory.resolve("mock-recall-r1.png").toFile());
        }
    }

    /** Of the harvests that went into the bags. */
    private RecallReport r1() {
        var into = harvests.entrySet().stream()
                .filter(it -> mock(it.getValue(), List.of(it.getKey())).lots().stream()
                        .anyMatch(lot -> lot.id().equals(bags)))
                .toList();
        return mock(
                into.getFirst().getValue(), into.stream().map(Map.Entry::getKey).toList());
    }

    private RecallReport mock(OrganisationId holder, List<LotId> lots) {
        return reports.of(Whole.mock(holder, lots));
    }
}
