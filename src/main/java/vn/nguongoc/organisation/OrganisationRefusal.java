package vn.nguongoc.organisation;

import java.time.LocalDate;
import java.util.List;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.PlotId;
import vn.nguongoc.shared.Refusal;

/** Why an organisation says no. */
public sealed interface OrganisationRefusal extends Refusal {

    @Override
    default Kind refusalKind() {
        return Kind.INVALID;
    }

    /** No ward of today has this code. */
    record UnknownWard(String ward) implements OrganisationRefusal {}

    /** A global location number has 13 digits. */
    record NotALocationNumber(String gln) implements OrganisationRefusal {}

    /** It is no organisation that this can be asked of, or done by. */
    record WrongKind(OrganisationId organisation, String kind, List<String> kinds) implements OrganisationRefusal {}

    // ---- certificates

    record UnknownScheme(String scheme, List<String> known) implements OrganisationRefusal {}

    /** The organisation has a certificate of this scheme and number. */
    record CertificateIsThere(String scheme, String number) implements OrganisationRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.CONFLICT;
        }
    }

    record UnknownProduct(String product, List<String> known) implements OrganisationRefusal {}

    /** The scheme is not for products of this family. */
    record NotForThisFamily(String scheme, String product, String family, List<String> families)
            implements OrganisationRefusal {}

    record EndsBeforeItBegins(LocalDate validFrom, LocalDate validUntil) implements OrganisationRefusal {}

    /** Longer than the scheme's certificates are valid. */
    record ValidTooLong(
            String scheme, LocalDate validFrom, LocalDate requested, LocalDate limit, int limitYears, String source)
            implements OrganisationRefusal {}

    /** Each certificate of this scheme is for one market. */
    record MarketMissing(String scheme, List<String> known) implements OrganisationRefusal {}

    /** No certificate of this scheme is for a market. */
    record MarketNotWanted(String scheme, String market) implements OrganisationRefusal {}

    record UnknownMarket(String market, List<String> known) implements OrganisationRefusal {}

    /** A certificate of this scheme names the plots that it covers. */
    record PlotsMissing(String scheme) implements OrganisationRefusal {}

    /** A certificate of this scheme names the facility that it covers. */
    record FacilityMissing(String scheme) implements OrganisationRefusal {}

    record PlotListedTwice(PlotId plot) implements OrganisationRefusal {}

    /** The covered plots together are larger than the area that is certified. */
    record MoreThanCertified(long requestedSquareMetres, long limitSquareMetres) implements OrganisationRefusal {}

    /** The organisation has no such certificate. */
    record CertificateNotThere(String scheme, String number) implements OrganisationRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.MISSING;
        }
    }

    /** A certificate is withdrawn once. */
    record AlreadyWithdrawn(String scheme, String number, LocalDate requested, LocalDate withdrawnFrom)
            implements OrganisationRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.CONFLICT;
        }
    }
}
