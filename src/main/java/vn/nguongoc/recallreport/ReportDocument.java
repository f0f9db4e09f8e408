package vn.nguongoc.recallreport;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;
import vn.nguongoc.recallreport.RecallReport.Holder;
import vn.nguongoc.recallreport.RecallReport.Lot;
import vn.nguongoc.recallreport.RecallReport.Recipient;
import vn.nguongoc.recallreport.ReportText.Fact;

/** A report as a PDF on A4, lying: what was asked and what came of it, the accounts, the recipients, then every lot. */
final class ReportDocument {
    private static final float MARGIN = 36;
    private static final float TOP = 34;
    private static final float BOTTOM = 44;
    private static final Color INK = new Color(0x1a1a1a);
    private static final Color PALE = new Color(0x555555);
    private static final Color RULE = new Color(0xc8c8c8);
    private static final Color SHADE = new Color(0xeef3ec);
    private static final Color ALARM = new Color(0xa11a1a);
    private static final float[] FACT_WIDTHS = {1, 3.2f};
    private static final float[] LOT_WIDTHS = {26, 112, 92, 104, 54, 54, 54, 54, 108, 54, 58};

    private static final float BESIDE_A_NUMBER = 8;

    /** So many rows are kept before they are written. */
    private static final int ROWS_AT_ONCE = 200;

    private final RecallReport report;
    private final ReportText text;

    ReportDocument(RecallReport report, ReportText text) {
        this.report = report;
        this.text = text;
    }

    byte[] bytes() {
        var file = new ByteArrayOutputStream();
        try (var document = new Document(PageSize.A4.rotate(), MARGIN, MARGIN, TOP, BOTTOM)) {
            var writer = PdfWriter.getInstance(document, file);
            writer.setPageEvent(new PageNumbers(text, Typeface.regular(), PALE));
            document.addTitle(text.title());
            document.setDocumentLanguage(text.language().toLanguageTag());
            document.open();
            write(document);
        }
        return file.toByteArray();
    }

    private void write(Document document) {
        document.add(paragraph(text.title(), Typeface.bold(16, INK), 0));
        document.add(paragraph(text.purpose(), Typeface.bold(9, ALARM), 3));
        document.add(summary());
        document.add(headline(text.say("heading.balance")));
        document.add(balance());
        if (!report.losses().isEmpty()) {
            document.add(paragraph(losses(), Typeface.regular(8, INK), 4));
        }
        if (!report.recipients().isEmpty()) {
            document.add(headline(text.say("heading.recipients")));
            document.add(recipients());
        }
        document.add(headline(text.say("heading.notes")));
        for (var note : text.notes()) {
            document.add(paragraph(note, Typeface.regular(7.5f, PALE), 2));
        }
        document.add(headline(text.say("heading.lots", (long) report.lots().size())));
        writeLots(document, report.lots());
    }

    // ---- what was asked, and the answer

    private PdfPTable summary() {
        var both = table(new float[] {1.15f, 1}, 8);
        both.addCell(side(facts(text.facts(), Typeface.regular(8.5f, INK)), 0, 10));
        both.addCell(side(facts(text.results(), Typeface.bold(8.5f, INK)), 10, 0));
        return both;
    }

    private static PdfPCell side(PdfPTable table, float left, float right) {
        var cell = new PdfPCell(table);
        cell.setBorder(PdfPCell.NO_BORDER);
        cell.setPaddingLeft(left);
        cell.setPaddingRight(right);
        return cell;
    }

    private static PdfPTable facts(List<Fact> facts, Font font) {
        var table = table(FACT_WIDTHS, 0);
        for (var fact : facts) {
            table.addCell(cell(fact.name(), Typeface.regular(8.5f, PALE), Element.ALIGN_LEFT));
            table.addCell(cell(fact.value(), font, Element.ALIGN_LEFT));
        }
        // Takes the room that the other side has more: else the last row would.
        var rest = new PdfPCell();
        rest.setBorder(PdfPCell.NO_BORDER);
        rest.setColspan(FACT_WIDTHS.length);
        table.addCell(rest);
        return table;
    }

    // ---- the accounts

    private PdfPTable balance() {
        var accounts = Stream.of(Account.values())
                .filter(it -> report.holders().stream()
                        .anyMatch(holder -> !holder.balance().at(it).isZero()))
                .toList();
        var widths = new float[accounts.size() + 2];
        Arrays.fill(widths, 1);
        widths[0] = 2.4f;
        widths[1] = 0.6f;
        var table = table(widths, 4);
        table.setHeaderRows(1);
        head(table, text.say("column.holder"), Element.ALIGN_LEFT);
        head(table, text.say("column.lots"), Element.ALIGN_RIGHT);
        accounts.forEach(it -> head(table, text.heading(it) + " (kg)", Element.ALIGN_RIGHT));
        var regular = Typeface.regular(8, INK);
        report.holders().forEach(holder -> addHolder(table, holder, accounts, regular));
        var bold = Typeface.bold(8, INK);
        table.addCell(cell(text.say("column.total"), bold, Element.ALIGN_LEFT));
        table.addCell(cell(text.show((long) report.total().lots()), bold, Element.ALIGN_RIGHT));
        accounts.forEach(
                it -> table.addCell(cell(text.number(report.total().balance().at(it)), bold, Element.ALIGN_RIGHT)));
        return table;
    }

    private void addHolder(PdfPTable table, Holder holder, List<Account> accounts, Font font) {
        table.addCell(cell(text.name(holder.name(), holder.organisation()), font, Element.ALIGN_LEFT));
        table.addCell(cell(text.show((long) holder.lots()), font, Element.ALIGN_RIGHT));
        accounts.forEach(it -> table.addCell(cell(text.number(holder.balance().at(it)), font, Element.ALIGN_RIGHT)));
    }

    private String losses() {
        var all = report.losses().stream()
                .map(it -> text.loss(it.kind()) + " " + text.show(it.quantity()))
                .toList();
        return text.say("losses", String.join("; ", all));
    }

    private PdfPTable recipients() {
        var table = table(new float[] {3, 1.2f, 1, 1}, 4);
        table.setHeaderRows(1);
        head(table, text.say("column.to"), Element.ALIGN_LEFT);
        head(table, text.say("column.where"), Element.ALIGN_LEFT);
        head(table, text.say("column.shipments"), Element.ALIGN_RIGHT);
        head(table, text.say("column.quantity") + " (kg)", Element.ALIGN_RIGHT);
        var font = Typeface.regular(8, INK);
        for (Recipient it : report.recipients()) {
            table.addCell(cell(text.show(it.to()), font, Element.ALIGN_LEFT));
            table.addCell(cell(text.heading(it.where()), font, Element.ALIGN_LEFT));
            table.addCell(cell(text.show((long) it.shipments()), font, Element.ALIGN_RIGHT));
            table.addCell(cell(text.number(it.quantity()), font, Element.ALIGN_RIGHT));
        }
        return table;
    }

    // ---- the lots

    private void writeLots(Document document, List<Lot> lots) {
        var table = table(LOT_WIDTHS, 4);
        table.setHeaderRows(1);
        table.setComplete(false);
        Stream.of("number", "lot", "product", "holder")
                .forEach(it -> head(table, text.say("column." + it), Element.ALIGN_LEFT));
        head(table, text.say("column.quantity") + " (kg)", Element.ALIGN_RIGHT);
        Stream.of(Fate.IN_STOCK, Fate.ON_THE_WAY, Fate.OUTSIDE)
                .forEach(it -> head(table, text.heading(it) + " (kg)", Element.ALIGN_RIGHT));
        head(table, text.say("column.recipients"), Element.ALIGN_LEFT).setPaddingLeft(BESIDE_A_NUMBER);
        Stream.of("passedOn", "notThere")
                .forEach(it -> head(table, text.say("column." + it) + " (kg)", Element.ALIGN_RIGHT));
        var fonts = new LotFonts(Typeface.regular(7.5f, INK), Typeface.bold(7.5f, INK), Typeface.regular(6, PALE));
        for (int i = 0; i < lots.size(); i++) {
            addLot(table, i + 1, lots.get(i), fonts);
            if (i % ROWS_AT_ONCE == ROWS_AT_ONCE - 1) {
                document.add(table);
            }
        }
        table.setComplete(true);
        document.add(table);
    }

    private record LotFonts(Font regular, Font named, Font small) {}

    private void addLot(PdfPTable table, int number, Lot lot, LotFonts fonts) {
        var regular = fonts.regular();
        table.addCell(cell(text.show((long) number), fonts.small(), Element.ALIGN_LEFT));
        table.addCell(lotCell(lot, fonts));
        table.addCell(cell(text.product(lot), regular, Element.ALIGN_LEFT));
        table.addCell(cell(text.name(lot.holderName(), lot.holder()), regular, Element.ALIGN_LEFT));
        table.addCell(cell(text.number(lot.quantity()), regular, Element.ALIGN_RIGHT));
        Stream.of(Fate.IN_STOCK, Fate.ON_THE_WAY, Fate.OUTSIDE)
                .forEach(it -> table.addCell(cell(text.number(lot.fates().at(it)), regular, Element.ALIGN_RIGHT)));
        var to = cell(text.recipients(lot), regular, Element.ALIGN_LEFT);
        to.setPaddingLeft(BESIDE_A_NUMBER);
        table.addCell(to);
        Stream.of(Fate.PASSED_ON, Fate.NOT_THERE)
                .forEach(it -> table.addCell(cell(text.number(lot.fates().at(it)), regular, Element.ALIGN_RIGHT)));
    }

    /** What its holder calls it, and below it what we call it, and whether it is held. */
    private PdfPCell lotCell(Lot lot, LotFonts fonts) {
        var font = lot.named() ? fonts.named() : fonts.regular();
        var phrase = new Phrase(text.name(lot), font);
        var below = Stream.of(lot.label() == null ? "" : lot.id().value(), text.state(lot))
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining(" · "));
        if (!below.isEmpty()) {
            phrase.add(new Phrase("\n" + below, fonts.small()));
        }
        return styled(new PdfPCell(phrase), Element.ALIGN_LEFT);
    }

    // ---- what all of it is made of

    private static Paragraph headline(String text) {
        var headline = paragraph(text, Typeface.bold(10.5f, INK), 3);
        headline.setKeepTogether(true);
        return headline;
    }

    private static Paragraph paragraph(String text, Font font, float before) {
        var paragraph = new Paragraph(font.getSize() * 1.3f, text, font);
        paragraph.setSpacingBefore(before);
        return paragraph;
    }

    private static PdfPTable table(float[] widths, float before) {
        var table = new PdfPTable(widths);
        table.setWidthPercentage(100);
        table.setSpacingBefore(before);
        return table;
    }

    private static PdfPCell head(PdfPTable table, String text, int alignment) {
        var cell = cell(text, Typeface.bold(7.5f, INK), alignment);
        cell.setBackgroundColor(SHADE);
        cell.setVerticalAlignment(Element.ALIGN_BOTTOM);
        return table.addCell(cell);
    }

    private static PdfPCell cell(String text, Font font, int alignment) {
        return styled(new PdfPCell(new Phrase(text, font)), alignment);
    }

    private static PdfPCell styled(PdfPCell cell, int alignment) {
        cell.setHorizontalAlignment(alignment);
        cell.setBorder(PdfPCell.BOTTOM);
        cell.setBorderColor(RULE);
        cell.setBorderWidth(0.5f);
        cell.setPadding(2.5f);
        cell.setPaddingBottom(4);
        return cell;
    }
}
