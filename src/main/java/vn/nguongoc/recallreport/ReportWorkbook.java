package vn.nguongoc.recallreport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.nguongoc.recallreport.RecallReport.Holder;
import vn.nguongoc.recallreport.RecallReport.Lot;
import vn.nguongoc.recallreport.ReportText.Fact;
import vn.nguongoc.shared.Mass;

/**
 * A report as an Excel workbook of two sheets: the holders with their accounts, the sum of all, and below it what was
 * asked; and the lots. Masses are numbers in kilograms with three decimals; the row of headings stays in sight.
 */
final class ReportWorkbook {
    private static final String APPLICATION = "nguongoc";
    private static final String VERSION = "1.0";
    private static final String KILOGRAMS = "#,##0.000";
    private static final double NAME_WIDTH = 34;
    private static final double NUMBER_WIDTH = 16;

    private final RecallReport report;
    private final ReportText text;

    ReportWorkbook(RecallReport report, ReportText text) {
        this.report = report;
        this.text = text;
    }

    byte[] bytes() {
        var file = new ByteArrayOutputStream();
        try (var workbook = new Workbook(file, APPLICATION, VERSION)) {
            writeHolders(workbook.newWorksheet(text.say("sheet.holders")));
            writeLots(workbook.newWorksheet(text.say("sheet.lots")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    // ---- holders

    private void writeHolders(Worksheet sheet) {
        var head = new Row(sheet, 0);
        head.text(text.say("column.holder"));
        head.text(text.say("column.lots"));
        for (var account : Account.values()) {
            head.text(text.heading(account) + " (kg)");
        }
        head.makeHead();
        var at = 1;
        for (var holder : report.holders()) {
            writeHolder(new Row(sheet, at++), holder);
        }
        writeTotal(new Row(sheet, at++));
        writeFacts(sheet, at + 1);
    }

    private void writeHolder(Row row, Holder holder) {
        row.text(text.name(holder.name(), holder.organisation()));
        row.count(holder.lots());
        for (var account : Account.values()) {
            row.mass(holder.balance().at(account));
        }
    }

    private void writeTotal(Row row) {
        row.text(text.say("column.total"));
        row.count(report.total().lots());
        for (var account : Account.values()) {
            row.mass(report.total().balance().at(account));
        }
        row.makeBold();
    }

    private void writeFacts(Worksheet sheet, int from) {
        var at = from;
        sheet.value(at, 0, text.title());
        sheet.style(at++, 0).bold().set();
        sheet.value(at++, 0, text.purpose());
        for (var fact : text.facts()) {
            writeFact(new Row(sheet, at++), fact);
        }
        for (var fact : text.results()) {
            writeFact(new Row(sheet, at++), fact);
        }
        for (var loss : report.losses()) {
            var row = new Row(sheet, at++);
            row.text(text.say("loss", text.loss(loss.kind())) + " (kg)");
            row.mass(loss.quantity());
        }
        for (var note : text.notes()) {
            sheet.value(at++, 0, note);
        }
    }

    private static void writeFact(Row row, Fact fact) {
        row.text(fact.name());
        row.text(fact.value());
    }

    // ---- lots

    private void writeLots(Worksheet sheet) {
        var head = new Row(sheet, 0);
        head.text(text.say("column.lot"));
        head.text(text.say("column.id"));
        head.text(text.say("column.product"));
        head.text(text.say("column.holder"));
        head.text(text.say("column.generation"));
        head.text(text.say("column.state"));
        head.text(text.say("column.recipients"));
        head.text(text.say("column.quantity") + " (kg)");
        for (var fate : Fate.values()) {
            head.text(text.heading(fate) + " (kg)");
        }
        if (report.recovery() != null) {
            head.text(text.say("column.recovered") + " (kg)");
        }
        head.makeHead();
        var at = 1;
        for (var lot : report.lots()) {
            writeLot(new Row(sheet, at++), lot);
        }
    }

    private void writeLot(Row row, Lot lot) {
        row.text(text.label(lot));
        row.text(lot.id().value());
        row.text(text.product(lot));
        row.text(text.name(lot.holderName(), lot.holder()));
        row.count(lot.generation());
        row.text(text.state(lot));
        row.text(text.recipients(lot));
        row.mass(lot.quantity());
        for (var fate : Fate.values()) {
            row.mass(lot.fates().at(fate));
        }
        if (lot.recovered() != null) {
            row.mass(lot.recovered());
        }
    }

    /** One row, filled from the left. */
    private static final class Row {
        private final Worksheet sheet;
        private final int number;
        private int cells;

        Row(Worksheet sheet, int number) {
            this.sheet = sheet;
            this.number = number;
        }

        void text(String value) {
            sheet.value(number, cells++, value);
        }

        void count(int value) {
            sheet.value(number, cells++, value);
        }

        void mass(Mass value) {
            sheet.value(number, cells, value.inKilograms());
            sheet.style(number, cells++).format(KILOGRAMS).set();
        }

        /** Bold, kept in sight, on each page that is printed; each column wide enough for what stands in it. */
        void makeHead() {
            makeBold();
            sheet.freezePane(0, number + 1);
            sheet.repeatRows(number);
            sheet.paperSize(PaperSize.A4_PAPER);
            sheet.pageOrientation("landscape");
            for (int i = 0; i < cells; i++) {
                sheet.width(i, i == 0 ? NAME_WIDTH : NUMBER_WIDTH);
            }
        }

        void makeBold() {
            sheet.range(number, 0, number, cells - 1)
                    .style()
                    .bold()
                    .wrapText(true)
                    .set();
        }
    }
}
