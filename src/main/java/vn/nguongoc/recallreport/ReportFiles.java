package vn.nguongoc.recallreport;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.nguongoc.web.Words;

/**
 * Reports for people: as a PDF, as an Excel workbook, and what their figures mean. The libraries and fonts that this
 * takes are loaded when the first is made: no start waits for them.
 */
@Component
public class ReportFiles {
    private final Words words;

    ReportFiles(Words words) {
        this.words = words;
    }

    /** On A4, in a {@linkplain #onPaper language for paper}; some 150 bytes for each lot and 20 KB besides. */
    public byte[] pdf(RecallReport report, Locale language) {
        return new ReportDocument(report, text(report, onPaper(language))).bytes();
    }

    /** Two sheets; some 75 bytes for each lot. */
    public byte[] xlsx(RecallReport report, Locale language) {
        return new ReportWorkbook(report, text(report, language)).bytes();
    }

    /** What the figures of a report mean: without it a share says nothing. */
    public List<String> definitions(RecallReport report, Locale language) {
        return text(report, language).notes();
    }

    /** The font has no letters of Khmer: whoever asks for that gets Vietnamese. */
    public static Locale onPaper(Locale language) {
        return language.getLanguage().equals("km") ? Words.VIETNAMESE : language;
    }

    private ReportText text(RecallReport report, Locale language) {
        return new ReportText(report, words, language);
    }
}
