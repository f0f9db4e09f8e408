package vn.nguongoc.label;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What labels cost against ZXing's own {@code QRCodeWriter.encode} of the same contents to the same symbols, turn about
 * in one process: {@code mvn -Pbenchmark test-compile exec:exec -Dbenchmark.main=vn.nguongoc.label.LabelBenchmark}. The
 * PDF is made with everything that belongs to it, also the serials, and not kept.
 */
final class LabelBenchmark {
    private static final int LABELS = Integer.getInteger("labels", 10_000);
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 7);
    private static final int WARM_UP = 2;
    private static final Map<EncodeHintType, Object> COMPACT =
            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.QR_COMPACT, true);
    private static final Map<EncodeHintType, Object> LEVEL =
            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M);

    private LabelBenchmark() {}

    /** One way to do the work. */
    private interface Way {
        void run() throws IOException, WriterException;
    }

    public static void main(String[] args) throws Exception {
        var contents = Labels.KEY
                .serials(7, 0, LABELS)
                .map(serial -> DigitalLink.unit(Labels.LOT_ADDRESS, serial))
                .toList();
        var names = List.of(
                "QRCodeWriter.encode, QR_COMPACT",
                "QRCodeWriter.encode without it (other symbols)",
                "Symbol.of",
                "PDF on a4-65",
                "PDF on roll-50x30-203");
        var times = measured(List.of(
                () -> encode(contents, COMPACT),
                () -> encode(contents, LEVEL),
                () -> contents.forEach(Symbol::of),
                () -> print("a4-65"),
                () -> print("roll-50x30-203")));
        System.out.printf("%,d labels, e.g. %s%n%n", LABELS, contents.getFirst());
        System.out.println("| what | ms, median | of the first, median (lowest – highest) | of the second |");
        System.out.println("|---|---|---|---|");
        for (int way = 0; way < names.size(); way++) {
            System.out.printf(
                    "| %s | %.0f | %s | %s |%n",
                    names.get(way), median(times[way]) / 1e6, ratio(times[way], times[0]), ratio(times[way], times[1]));
        }
    }

    private static long[][] measured(List<Way> ways) throws IOException, WriterException {
        var times = new long[ways.size()][ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (int way = 0; way < ways.size(); way++) {
                long start = System.nanoTime();
                ways.get(way).run();
                times[way][Math.max(0, round)] = System.nanoTime() - start;
            }
        }
        return times;
    }

    private static void encode(List<String> contents, Map<EncodeHintType, Object> hints) throws WriterException {
        for (var content : contents) {
            new QRCodeWriter().encode(content, BarcodeFormat.QR_CODE, 0, 0, hints);
        }
    }

    private static void print(String preset) throws IOException {
        new LabelPrinting()
                .print(
                        LabelFormat.PDF,
                        Labels.PRESETS.preset(preset),
                        Labels.units(Labels.RICE, LABELS),
                        Placement.FIRST,
                        OutputStream.nullOutputStream());
    }

    private static double median(long[] times) {
        return Arrays.stream(times).sorted().skip(times.length / 2).findFirst().orElseThrow();
    }

    private static String ratio(long[] times, long[] others) {
        var ratios = new double[times.length];
        Arrays.setAll(ratios, i -> (double) times[i] / others[i]);
        Arrays.sort(ratios);
        return "%.2f (%.2f – %.2f)".formatted(ratios[ratios.length / 2], ratios[0], ratios[ratios.length - 1]);
    }
}
