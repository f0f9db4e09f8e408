package vn.nguongoc.lists;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.stream.IntStream;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.catalogue.Window;
import vn.nguongoc.shared.Vietnam;
import vn.nguongoc.view.ViewOfPlot;

/**
 * Which season a crop belongs to. People name it after its harvest: what is sown for Đông Xuân from November 2025 to
 * January 2026 is Đông Xuân 2026. So it is the year in which the time of sowing ends that the crop was begun in, or
 * nearest to; where anything grows all year, the year it was begun in.
 */
public final class CropSeasons {
    private final Catalogue catalogue;

    public CropSeasons(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    CropSeason of(ViewOfPlot.Season crop) {
        return new CropSeason(crop.season(), year(crop.season(), Vietnam.day(crop.openedAt())));
    }

    private int year(String season, LocalDate begun) {
        var window = catalogue.season(season).map(it -> it.begins()).orElse(null);
        return window == null
                ? begun.getYear()
                : IntStream.rangeClosed(begun.getYear() - 1, begun.getYear() + 1)
                        .boxed()
                        .min(Comparator.comparingLong(year -> daysApart(begun, window, year)))
                        .orElseThrow();
    }

    /** The season's code in {@code dong-xuan-2026}. */
    static String withoutYear(String season) {
        return season.substring(0, season.lastIndexOf('-'));
    }

    /** How far a day is from the window that ends in this year. */
    private static long daysApart(LocalDate day, Window window, int year) {
        var end = window.to().atYear(year);
        var start = window.from().atYear(window.from().isAfter(window.to()) ? year - 1 : year);
        if (day.isBefore(start)) {
            return ChronoUnit.DAYS.between(day, start);
        }
        return Math.max(0, ChronoUnit.DAYS.between(end, day));
    }

    /** @param season code of the catalogue's season */
    record CropSeason(String season, int year) {
        /** {@code dong-xuan-2026}. */
        @Override
        public String toString() {
            return season + "-" + year;
        }
    }
}
