package vn.nguongoc.scan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Towns by which places are called, and which a buyer may choose from: those of Vietnam that were the seat of a
 * province before July 2025, then some abroad where rice from here is sold.
 */
@Component
public class Towns {
    /** Farther from every town, a place has no name. */
    private static final int NEAR_KILOMETRES = 60;

    private static final int COLUMNS = 4;

    private final List<Town> towns;

    Towns() {
        try (var in = Towns.class.getResourceAsStream("/scan/towns.tsv")) {
            var text = new String(Objects.requireNonNull(in, "towns.tsv").readAllBytes(), StandardCharsets.UTF_8);
            towns = text.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", COLUMNS))
                    .map(it -> new Town(it[0], it[1], Tile.around(new BigDecimal(it[2]), new BigDecimal(it[3]))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param country by its two letters of ISO 3166 */
    public record Town(String name, String country, Tile tile) {}

    /** In the order in which one would look for one's own. */
    public List<Town> all() {
        return towns;
    }

    /** What people call the place: the nearest town, if one is near; otherwise its degrees. */
    public String name(Tile tile) {
        return nearest(tile).map(Town::name).orElseGet(() -> tile.toString().replace(",", "°, ") + "°");
    }

    private Optional<Town> nearest(Tile tile) {
        return towns.stream()
                .min(Comparator.comparingLong(town -> town.tile().kilometresTo(tile)))
                .filter(town -> town.tile().kilometresTo(tile) <= NEAR_KILOMETRES);
    }
}
