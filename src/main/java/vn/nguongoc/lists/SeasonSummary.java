package vn.nguongoc.lists;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;

/**
 * A cooperative's season at a glance.
 *
 * @param season code of the catalogue's season
 * @param year that people name it after
 * @param plots on which something was grown
 * @param areaSquareMetres of those
 * @param products in the order of their codes
 */
public record SeasonSummary(
        OrganisationId cooperative,
        String season,
        int year,
        int plots,
        long areaSquareMetres,
        List<OfProduct> products) {

    static SeasonSummary of(
            OrganisationId cooperative,
            String season,
            int year,
            List<SeasonEntries.Crop> crops,
            List<OfProduct> products) {
        var areas = crops.stream()
                .collect(Collectors.toMap(
                        SeasonEntries.Crop::plot, SeasonEntries.Crop::areaSquareMetres, (one, other) -> one));
        var area = areas.values().stream().mapToLong(it -> it).sum();
        return new SeasonSummary(cooperative, season, year, areas.size(), area, products);
    }

    /**
     * What was grown of one product.
     *
     * @param crops how many crop cycles
     * @param open how many of them are not closed yet
     * @param areaSquareMetres of their plots, each as often as it bore
     * @param sown seed
     * @param stocked post-larvae
     * @param sprays applications of substances on the crop
     * @param medicines applications of substances in the pond
     * @param flags doubts about what was done and harvested
     * @param tonnesPerHectare harvested from that area; absent where there is none
     */
    public record OfProduct(
            String product,
            int crops,
            int open,
            long areaSquareMetres,
            Mass sown,
            long stocked,
            int sprays,
            int medicines,
            int flags,
            Mass harvested,
            @Nullable BigDecimal tonnesPerHectare,
            Lots lots) {
        /** A gram on a square metre is a hundredth of a tonne on a hectare. */
        private static final BigDecimal SQUARE_METRES_AND_GRAMS = BigDecimal.valueOf(100);

        static OfProduct of(
                String product,
                List<SeasonEntries.Crop> crops,
                List<SeasonEntries.Work> works,
                List<SeasonEntries.Harvest> harvests) {
            var area = crops.stream()
                    .mapToLong(SeasonEntries.Crop::areaSquareMetres)
                    .sum();
            var harvested = Mass.sum(
                    harvests.stream().map(SeasonEntries.Harvest::quantity).toList());
            var flags = works.stream().mapToInt(SeasonEntries.Work::flags).sum()
                    + harvests.stream().mapToInt(SeasonEntries.Harvest::flags).sum();
            return new OfProduct(
                    product,
                    crops.size(),
                    (int) crops.stream().filter(SeasonEntries.Crop::open).count(),
                    area,
                    Mass.sum(works.stream().map(SeasonEntries.Work::sown).toList()),
                    works.stream().mapToLong(SeasonEntries.Work::stocked).sum(),
                    works.stream().mapToInt(SeasonEntries.Work::sprays).sum(),
                    works.stream().mapToInt(SeasonEntries.Work::medicines).sum(),
                    flags,
                    harvested,
                    area == 0 ? null : tonnesPerHectare(harvested, area),
                    Lots.of(harvests));
        }

        private static BigDecimal tonnesPerHectare(Mass harvested, long squareMetres) {
            return BigDecimal.valueOf(harvested.grams())
                    .divide(
                            BigDecimal.valueOf(squareMetres).multiply(SQUARE_METRES_AND_GRAMS),
                            2,
                            RoundingMode.HALF_UP);
        }
    }

    /**
     * The lots that were harvested, as they stand now.
     *
     * @param harvested how many there were
     * @param inStock something of them is left
     * @param shipped part of them left in a shipment
     */
    public record Lots(int harvested, int inStock, int held, int shipped) {
        private static Lots of(List<SeasonEntries.Harvest> all) {
            return new Lots(
                    all.size(),
                    (int) all.stream().filter(SeasonEntries.Harvest::inStock).count(),
                    (int) all.stream().filter(SeasonEntries.Harvest::held).count(),
                    (int) all.stream().filter(SeasonEntries.Harvest::shipped).count());
        }
    }
}
