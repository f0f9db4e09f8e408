package vn.nguongoc.organisation.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.evidence.FileId;
import vn.nguongoc.shared.PlotId;

/**
 * A certificate as it is on paper.
 *
 * @param scheme code of the catalogue's scheme
 * @param number as the certifier writes it; unique within scheme and organisation
 * @param certifier who issued it, by name
 * @param products codes of the catalogue, in their order; at least one
 * @param plots what it covers of the fields, where its scheme covers plots
 * @param facility packing house or mill, by the name that steps call it
 * @param market where its scheme has one, a code of the catalogue
 * @param areaSquareMetres certified in all
 * @param validFrom its first day
 * @param validUntil its last day
 * @param evidence the paper itself, files of the organisation that holds it
 */
public record Certificate(
        String scheme,
        String number,
        @Nullable String certifier,
        Set<String> products,
        List<CoveredPlot> plots,
        @Nullable String facility,
        @Nullable String market,
        @Nullable Long areaSquareMetres,
        LocalDate validFrom,
        LocalDate validUntil,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FileId> evidence) {

    /** @throws IllegalArgumentException if it has no number, is for no product, or for no area at all */
    public Certificate {
        if (number.isBlank()) {
            throw new IllegalArgumentException("a certificate has a number");
        }
        if (products.isEmpty()) {
            throw new IllegalArgumentException("a certificate is for at least one product");
        }
        if (areaSquareMetres != null) {
            requireSome(areaSquareMetres);
        }
        products = Collections.unmodifiableSet(new TreeSet<>(products));
        plots = List.copyOf(plots);
        evidence = evidence == null ? List.of() : List.copyOf(evidence);
    }

    /** Without its paper. */
    public Certificate(
            String scheme,
            String number,
            @Nullable String certifier,
            Set<String> products,
            List<CoveredPlot> plots,
            @Nullable String facility,
            @Nullable String market,
            @Nullable Long areaSquareMetres,
            LocalDate validFrom,
            LocalDate validUntil) {
        this(
                scheme,
                number,
                certifier,
                products,
                plots,
                facility,
                market,
                areaSquareMetres,
                validFrom,
                validUntil,
                List.of());
    }

    /**
     * A plot under the certificate.
     *
     * @param areaSquareMetres how much of it is certified
     */
    public record CoveredPlot(PlotId plot, long areaSquareMetres) {

        /** @throws IllegalArgumentException if nothing of it is certified */
        public CoveredPlot {
            requireSome(areaSquareMetres);
        }
    }

    private static void requireSome(long squareMetres) {
        if (squareMetres <= 0) {
            throw new IllegalArgumentException("no area: " + squareMetres + " m²");
        }
    }
}
