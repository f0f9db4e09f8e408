package vn.nguongoc.label;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Writes labels for TSC's printers: each row of the roll is one {@code BITMAP}, in which 0 is black. */
final class TsplLabels implements LabelWriter {
    private final LabelPreset preset;
    private final LabelBitmap bitmap;
    private final OutputStream out;
    private boolean begun;

    TsplLabels(LabelLayout layout, Typesetter typesetter, OutputStream out) {
        this.preset = layout.preset();
        this.bitmap = new LabelBitmap(layout, typesetter);
        this.out = out;
    }

    @Override
    public void newPage() throws IOException {
        end();
        bitmap.clear();
        begun = true;
    }

    @Override
    public void label(int left, int top, SymbolsAhead.Encoded encoded) {
        bitmap.draw(left, top, encoded);
    }

    @Override
    public void end() throws IOException {
        if (begun) {
            var rows = bitmap.rows();
            for (int i = 0; i < rows.length; i++) {
                rows[i] = (byte) ~rows[i];
            }
            write(String.format(
                    Locale.ROOT,
                    "SIZE %.1f mm,%.1f mm\r\nCLS\r\nBITMAP 0,0,%d,%d,0,",
                    preset.page().width(),
                    preset.page().height(),
                    bitmap.bytesPerRow(),
                    bitmap.height()));
            out.write(rows);
            write("\r\nPRINT 1,1\r\n");
        }
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
