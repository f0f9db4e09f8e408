package vn.nguongoc.recallreport.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.ResponseEntity.BodyBuilder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.nguongoc.eventlog.Gate;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.generations.HistoryProgress;
import vn.nguongoc.recallreport.MockRecall;
import vn.nguongoc.recallreport.RecallReport;
import vn.nguongoc.recallreport.RecallReports;
import vn.nguongoc.recallreport.ReportFiles;
import vn.nguongoc.shared.RecallId;
import vn.nguongoc.web.Caller;

/**
 * Reports of recalls, as JSON, as an Excel workbook and as a PDF: by {@code Accept}, or by the address's ending, since
 * nobody can tell a browser what to accept.
 *
 * <p>A mock recall changes nothing, so it is a GET, too: a link that a clerk can keep. The POST takes the very body
 * that would open the real one, of whoever might open it, and no {@code Idempotency-Key}, since there is nothing that
 * could be stored twice.
 */
@RestController
class RecallReportController {
    private static final String MOCK = "/api/mock-recalls";
    private static final String REPORT = "/api/recalls/{id}/report";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String LOG_POSITION = "Log-Position";

    private final RecallReports reports;
    private final ReportFiles files;
    private final HistoryProgress progress;
    private final Gate gate;

    RecallReportController(RecallReports reports, ReportFiles files, HistoryProgress progress, Gate gate) {
        this.reports = reports;
        this.files = files;
        this.progress = progress;
        this.gate = gate;
    }

    // ---- mock recalls

    @PostMapping(MOCK)
    ResponseEntity<Told> practise(
            @RequestBody MockRecallRequest request,
            @RequestParam(defaultValue = "-1") long after,
            Locale language,
            HttpServletRequest sent) {
        return json(practised(request, after, sent), language);
    }

    @PostMapping(path = MOCK, produces = XLSX)
    ResponseEntity<byte[]> practiseForExcel(
            @RequestBody MockRecallRequest request,
            @RequestParam(defaultValue = "-1") long after,
            Locale language,
            HttpServletRequest sent) {
        return xlsx(practised(request, after, sent), language);
    }

    @PostMapping(path = MOCK, produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> practiseForPaper(
            @RequestBody MockRecallRequest request,
            @RequestParam(defaultValue = "-1") long after,
            Locale language,
            HttpServletRequest sent) {
        return pdf(practised(request, after, sent), language);
    }

    @GetMapping(MOCK)
    ResponseEntity<Told> look(Parameters asked, @RequestParam(defaultValue = "-1") long after, Locale language) {
        return json(mock(asked.request().read(), after), language);
    }

    @GetMapping(
            path = {MOCK, MOCK + ".xlsx"},
            produces = XLSX)
    ResponseEntity<byte[]> lookInExcel(
            Parameters asked, @RequestParam(defaultValue = "-1") long after, Locale language) {
        return xlsx(mock(asked.request().read(), after), language);
    }

    @GetMapping(
            path = {MOCK, MOCK + ".pdf"},
            produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> lookOnPaper(
            Parameters asked, @RequestParam(defaultValue = "-1") long after, Locale language) {
        return pdf(mock(asked.request().read(), after), language);
    }

    /** A mock recall in the address: {@code lot} once for each lot. */
    record Parameters(
            @Nullable String organisation,
            @Nullable List<String> lot,
            @Nullable String reason,
            @Nullable String by,
            @Nullable String happenedAt) {
        MockRecallRequest request() {
            // A plus that nobody encoded arrives as a space.
            return new MockRecallRequest(
                    organisation, lot, reason, by, happenedAt == null ? null : happenedAt.replace(' ', '+'));
        }
    }

    /** Its body alone says whose lots it is about, so it is asked for here and not by its address. */
    private RecallReport practised(MockRecallRequest request, long after, HttpServletRequest sent) {
        var mock = request.read();
        gate.admit(Caller.of(sent).actor(), mock);
        return mock(mock, after);
    }

    private RecallReport mock(MockRecall mock, long after) {
        progress.awaitSeen(after);
        return reports.of(mock);
    }

    // ---- real ones

    @GetMapping(REPORT)
    ResponseEntity<Told> report(
            @PathVariable String id, @RequestParam(defaultValue = "-1") long after, Locale language) {
        return json(real(id, after), language);
    }

    @GetMapping(
            path = {REPORT, REPORT + ".xlsx"},
            produces = XLSX)
    ResponseEntity<byte[]> reportInExcel(
            @PathVariable String id, @RequestParam(defaultValue = "-1") long after, Locale language) {
        return xlsx(real(id, after), language);
    }

    @GetMapping(
            path = {REPORT, REPORT + ".pdf"},
            produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> reportOnPaper(
            @PathVariable String id, @RequestParam(defaultValue = "-1") long after, Locale language) {
        return pdf(real(id, after), language);
    }

    private RecallReport real(String id, long after) {
        progress.awaitSeen(after);
        return reports.of(recall(id));
    }

    /** What is no recall id is no recall. */
    private static RecallId recall(String id) {
        return LogRefusal.named(id, RecallId::new);
    }

    // ---- answers

    /** @param definitions what the figures mean, in the language asked for */
    record Told(@JsonUnwrapped RecallReport report, List<String> definitions) {}

    private ResponseEntity<Told> json(RecallReport report, Locale language) {
        return answer(report, language).body(new Told(report, files.definitions(report, language)));
    }

    private ResponseEntity<byte[]> xlsx(RecallReport report, Locale language) {
        return file(report, language, "xlsx").body(files.xlsx(report, language));
    }

    private ResponseEntity<byte[]> pdf(RecallReport report, Locale language) {
        return file(report, ReportFiles.onPaper(language), "pdf").body(files.pdf(report, language));
    }

    private static BodyBuilder file(RecallReport report, Locale language, String ending) {
        var recall = report.question().recall();
        var name = (recall == null ? "mock-recall" : recall) + "-"
                + report.timing().position() + "." + ending;
        return answer(report, language)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(name).build().toString())
                .contentType(MediaType.parseMediaType(ending.equals("pdf") ? MediaType.APPLICATION_PDF_VALUE : XLSX));
    }

    /** Each answer says when it was asked, so none is another's copy. */
    private static BodyBuilder answer(RecallReport report, Locale language) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(LOG_POSITION, String.valueOf(report.timing().position()))
                .header(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", " + HttpHeaders.ACCEPT_LANGUAGE);
    }
}
