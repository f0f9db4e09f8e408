package vn.nguongoc.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.nguongoc.Farm;
import vn.nguongoc.view.ViewOfPlot;

/** A season is named after the year in which its time of sowing ends, as people do. */
class CropSeasonsTest {
    private final CropSeasons seasons = new CropSeasons(Farm.CATALOGUE);

    @ParameterizedTest
    @CsvSource({
        "dong-xuan, 2025-11-01T08:00:00+07:00, dong-xuan-2026",
        "dong-xuan, 2026-01-31T08:00:00+07:00, dong-xuan-2026",
        "dong-xuan, 2025-10-05T08:00:00+07:00, dong-xuan-2026", // early
        "dong-xuan, 2026-03-01T08:00:00+07:00, dong-xuan-2026", // late
        "he-thu, 2026-04-01T08:00:00+07:00, he-thu-2026",
        "rice-shrimp, 2025-10-31T08:00:00+07:00, rice-shrimp-2025",
        "rice-shrimp, 2026-01-15T08:00:00+07:00, rice-shrimp-2025", // so late that the year has changed
        "all-year, 2025-12-31T08:00:00+07:00, all-year-2025",
        "all-year, 2025-12-31T18:00:00Z, all-year-2026", // in Vietnam it is New Year's Day
        "gone-from-the-catalogue, 2026-05-01T08:00:00+07:00, gone-from-the-catalogue-2026"
    })
    void a_crop_belongs_to_the_season_it_was_begun_in_or_nearest_to(String season, String begun, String name) {
        var crop = new ViewOfPlot.Season(1, "paddy-st25", season, OffsetDateTime.parse(begun), null);
        assertThat(seasons.of(crop)).hasToString(name);
        assertThat(CropSeasons.withoutYear(name)).isEqualTo(season);
    }
}
