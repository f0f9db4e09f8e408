package vn.nguongoc.recallreport;

import java.awt.Color;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Document;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;

/** Below each page what it is a page of, and its number of how many; how many is filled in at the end. */
final class PageNumbers extends PdfPageEventHelper {
    private static final float SIZE = 7.5f;
    private static final float ABOVE_THE_EDGE = 26;
    private static final float ROOM = 40;

    private final ReportText text;
    private final BaseFont font;
    private final Color colour;
    private @Nullable PdfTemplate count;

    PageNumbers(ReportText text, BaseFont font, Color colour) {
        this.text = text;
        this.font = font;
        this.colour = colour;
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        var canvas = writer.getDirectContent();
        if (count == null) {
            count = canvas.createTemplate(ROOM, SIZE * 2);
        }
        var page = text.say("page", (long) writer.getPageNumber());
        var right = document.right() - font.getWidthPoint(" 0000", SIZE);
        write(canvas, document.left(), text.footer());
        write(canvas, right - font.getWidthPoint(page, SIZE), page);
        canvas.addTemplate(count, right, ABOVE_THE_EDGE);
    }

    private void write(PdfContentByte canvas, float x, String line) {
        canvas.beginText();
        canvas.setFontAndSize(font, SIZE);
        canvas.setColorFill(colour);
        canvas.setTextMatrix(x, ABOVE_THE_EDGE);
        canvas.showText(line);
        canvas.endText();
    }

    @Override
    public void onCloseDocument(PdfWriter writer, Document document) {
        if (count != null) {
            count.beginText();
            count.setFontAndSize(font, SIZE);
            count.setColorFill(colour);
            count.showText(" " + text.show((long) writer.getPageNumber() - 1));
            count.endText();
        }
    }
}
