package vn.nguongoc.label;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.decoder.Version;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The masks that we choose are the ones that ZXing chooses. {@code -Dnguongoc.symbols=100000} compares as many random
 * contents, {@code -Dnguongoc.seed=…} others.
 */
class MasksTest {
    private static final long SEED = Long.getLong("nguongoc.seed", 20261125);
    private static final int SYMBOLS = Integer.getInteger("nguongoc.symbols", 2000);
    private static final String ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    private static final String ASCII =
            IntStream.range(32, 127).mapToObj(Character::toString).collect(Collectors.joining());

    private static Modules zxing(String text, ErrorCorrectionLevel level) throws WriterException {
        return Modules.of(Encoder.encode(text, level, Map.of(EncodeHintType.QR_COMPACT, true))
                .getMatrix());
    }

    @Test
    void random_contents_give_the_symbol_that_zxing_gives() throws WriterException {
        var random = new Random(SEED);
        var levels = ErrorCorrectionLevel.values();
        var sizes = new TreeSet<Integer>();
        for (int i = 0; i < SYMBOLS; i++) {
            var text = text(random);
            var level = i % 2 == 0 ? ErrorCorrectionLevel.M : levels[random.nextInt(levels.length)];
            var symbol = Masks.encode(text, level);
            sizes.add(symbol.size());
            assertThat(symbol).as("%s of %s, seed %d", level, text, SEED).isEqualTo(zxing(text, level));
        }
        assertThat(sizes).as("sizes met").hasSizeGreaterThan(8);
    }

    private static String text(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> letters(random, ASCII, 1 + random.nextInt(120));
            case 1 -> letters(random, ALPHANUMERIC, 1 + random.nextInt(150));
            case 2 -> letters(random, "0123456789", 1 + random.nextInt(200));
            case 3 -> letters(random, "gạo ST25 Sóc Trăng, ក្រុម 米", 1 + random.nextInt(40));
            default ->
                "https://nguongoc.example/01/0952000%07d/10/%s/21/%s"
                        .formatted(
                                random.nextInt(10_000_000),
                                letters(random, ALPHANUMERIC.substring(0, 36), 1 + random.nextInt(20)),
                                letters(random, "0123456789ABCDEFGHJKMNPQRSTVWXYZ", 16));
        };
    }

    private static String letters(Random random, String alphabet, int length) {
        return Stream.generate(() -> alphabet.charAt(random.nextInt(alphabet.length())))
                .limit(length)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @EnumSource
    void every_version_of_every_level_gives_the_symbol_that_zxing_gives(ErrorCorrectionLevel level)
            throws WriterException {
        var random = new Random(SEED);
        var sizes = new TreeSet<Integer>();
        for (int number = 1; number <= 40; number++) {
            var version = Version.getVersionForNumber(number);
            int bytes = version.getTotalCodewords()
                    - version.getECBlocksForLevel(level).getTotalECCodewords();
            var text = letters(random, "abcdefghijklmnop", bytes - 3);
            var symbol = Masks.encode(text, level);
            sizes.add(symbol.size());
            assertThat(symbol).as("version %d, seed %d", number, SEED).isEqualTo(zxing(text, level));
        }
        assertThat(sizes).hasSize(40).contains(21, 177);
    }

    @Test
    void all_eight_masks_are_chosen_now_and_then() throws WriterException {
        var chosen = new TreeSet<Integer>();
        var random = new Random(SEED);
        while (chosen.size() < 8) {
            var text = text(random);
            var mask = Encoder.encode(text, ErrorCorrectionLevel.M, Map.of(EncodeHintType.QR_COMPACT, true))
                    .getMaskPattern();
            if (chosen.add(mask)) {
                assertThat(Masks.encode(text, ErrorCorrectionLevel.M)).isEqualTo(zxing(text, ErrorCorrectionLevel.M));
            }
        }
    }
}
