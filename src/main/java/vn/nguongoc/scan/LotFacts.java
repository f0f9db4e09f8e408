package vn.nguongoc.scan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.shared.OrganisationId;

/**
 * What the record knows of a lot that scans of its units are held against.
 *
 * @param organisation whose lot it is
 * @param dispatchedOn the day on which the first of it left; absent where none is recorded
 * @param recalledOn the day on which it was recalled; absent where it was not
 */
public record LotFacts(
        OrganisationId organisation, @Nullable LocalDate dispatchedOn, @Nullable LocalDate recalledOn) {}
