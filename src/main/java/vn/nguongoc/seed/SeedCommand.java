package vn.nguongoc.seed;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.seed.event.SeedEvent.Outcome;
import vn.nguongoc.seed.event.SeedLotKey;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.PlotId;

/**
 * What a seed lot can be asked. Its key names its cooperative, so nobody reaches another's lot. Where there is a
 * {@code mass} and a {@code pieces}, the one is for what is sown, the other for what is stocked.
 */
public sealed interface SeedCommand {
    /**
     * Enter what a cooperative received.
     *
     * @param product what grows from it
     * @param grade as its paper says: {@code XN1} of seed, {@code PL12} of post-larvae
     */
    record ReceiveSeed(
            @TargetAggregateIdentifier SeedLotKey lot,
            String product,
            @Nullable Mass mass,
            @Nullable Long pieces,
            String supplier,
            @Nullable String grade,
            @Nullable BigDecimal germinationPercent,
            @Nullable String quarantineCertificate,
            OffsetDateTime happenedAt)
            implements SeedCommand {}

    /**
     * Enter what a PCR test of post-larvae found.
     *
     * @param pathogens codes of the catalogue's pathogens that it looked for
     * @param laboratory a partner of the cooperative
     */
    record RecordSeedTest(
            @TargetAggregateIdentifier SeedLotKey lot,
            Set<String> pathogens,
            Outcome outcome,
            @Nullable OrganisationId laboratory,
            @Nullable String report,
            LocalDate sampledOn,
            OffsetDateTime happenedAt)
            implements SeedCommand {
        public RecordSeedTest {
            pathogens = Set.copyOf(pathogens);
        }
    }

    /** Give seed to a crop cycle; sent by its plot within its own commit. */
    record TakeSeed(
            @TargetAggregateIdentifier SeedLotKey lot,
            PlotId plot,
            int cycle,
            @Nullable Mass mass,
            @Nullable Long pieces,
            String product,
            OffsetDateTime happenedAt)
            implements SeedCommand {}

    /**
     * Say whether tests clear these post-larvae for stocking: refused if not, and otherwise changes nothing.
     *
     * @param pathogens codes of those they must have been tested for
     */
    record VouchForStocking(@TargetAggregateIdentifier SeedLotKey lot, Set<String> pathogens, OffsetDateTime stockedAt)
            implements SeedCommand {
        public VouchForStocking {
            pathogens = Set.copyOf(pathogens);
        }
    }

    /**
     * Take back what a crop cycle did not use, once; sent by its plot within its own commit. Nothing more can come back
     * from that cycle then.
     */
    record GiveBackSeed(
            @TargetAggregateIdentifier SeedLotKey lot,
            PlotId plot,
            int cycle,
            @Nullable Mass mass,
            @Nullable Long pieces,
            OffsetDateTime happenedAt)
            implements SeedCommand {}
}
