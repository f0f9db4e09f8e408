package vn.nguongoc.seed.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.eventlog.EventName;
import vn.nguongoc.shared.Flag;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.PlotId;

/** What happened to a seed lot. */
public sealed interface SeedEvent {
    SeedLotKey lot();

    OffsetDateTime happenedAt();

    /**
     * @param product what grows from it
     * @param supplier the name of whoever sold it: a seed company, a hatchery
     * @param grade as its paper says: {@code XN1} of seed, {@code PL12} of post-larvae
     * @param germinationPercent of seed that is sown
     * @param quarantineCertificate number of the certificate that came with it
     */
    @EventName("seed.lot-received")
    record SeedReceived(
            SeedLotKey lot,
            String product,
            SeedQuantity quantity,
            String supplier,
            @Nullable String grade,
            @Nullable BigDecimal germinationPercent,
            @Nullable String quarantineCertificate,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Flag> flags,
            OffsetDateTime happenedAt)
            implements SeedEvent {
        public SeedReceived {
            flags = flags == null ? List.of() : List.copyOf(flags);
        }
    }

    /**
     * A PCR test of post-larvae.
     *
     * @param pathogens codes of the catalogue's pathogens that it looked for, sorted
     * @param laboratory that made it, if it is one that takes part
     * @param report number of its report
     * @param happenedAt when the outcome was known
     */
    @EventName("seed.lot-tested")
    record SeedTested(
            SeedLotKey lot,
            List<String> pathogens,
            Outcome outcome,
            @Nullable OrganisationId laboratory,
            @Nullable String report,
            LocalDate sampledOn,
            OffsetDateTime happenedAt)
            implements SeedEvent {
        public SeedTested {
            pathogens = List.copyOf(pathogens);
        }
    }

    /**
     * Taken for a crop cycle.
     *
     * @param left what the lot holds after it
     */
    @EventName("seed.lot-drawn")
    record SeedDrawn(
            SeedLotKey lot, PlotId plot, int cycle, SeedQuantity quantity, SeedQuantity left, OffsetDateTime happenedAt)
            implements SeedEvent {}

    /**
     * What a crop cycle did not use came back; the cycle has nothing more to give back.
     *
     * @param left what the lot holds after it
     */
    @EventName("seed.lot-returned")
    record SeedReturned(
            SeedLotKey lot, PlotId plot, int cycle, SeedQuantity quantity, SeedQuantity left, OffsetDateTime happenedAt)
            implements SeedEvent {}

    /** What a test says of every pathogen it looked for. */
    enum Outcome {
        NEGATIVE,
        POSITIVE
    }
}
