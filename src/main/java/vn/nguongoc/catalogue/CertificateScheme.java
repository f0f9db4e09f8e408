package vn.nguongoc.catalogue;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A kind of certificate.
 *
 * @param claim what may be said of goods that it covers; one claim may come from several schemes
 * @param longestYears a certificate ends on the anniversary of its first day at the latest, so many years on
 * @param market whether each certificate is for one market, one of the catalogue's
 * @param families of products that it can be for
 * @param source of this entry's numbers
 */
public record CertificateScheme(
        String code,
        String claim,
        Covers covers,
        int longestYears,
        boolean market,
        Set<String> families,
        Source source) {

    /** What a certificate names besides its products. */
    public enum Covers {
        /** Plots, each with its certified area. */
        PLOTS,
        /** A packing house, a mill or a plant. */
        FACILITY
    }

    /** The claim as lots carry it: {@code vietgap}, or {@code growing-area/us} where it is for one market. */
    public String claimFor(@Nullable String ofMarket) {
        return ofMarket == null ? claim : claim + "/" + ofMarket;
    }
}
