package vn.nguongoc.seed;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.seed.SeedCommand.GiveBackSeed;
import vn.nguongoc.seed.event.SeedLotKey;
import vn.nguongoc.seed.event.SeedQuantity;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.PlotId;
import vn.nguongoc.shared.Refusal;

/** Why a seed lot says no; {@code number} is the lot's own. */
public sealed interface SeedRefusal extends Refusal {
    @Override
    default Kind refusalKind() {
        return Kind.INVALID;
    }

    /** The cooperative has received a lot of this number before. */
    record NumberTaken(String number) implements SeedRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.CONFLICT;
        }
    }

    /** @param known what is sown or stocked */
    record UnknownProduct(String product, List<String> known) implements SeedRefusal {}

    /** Nothing is sown or stocked for it: it is made of something else, or stands for years. */
    record NotFromSeed(String product, List<String> known) implements SeedRefusal {}

    record ComesInKilograms(String product) implements SeedRefusal {}

    record ComesInPieces(String product) implements SeedRefusal {}

    record GerminationImpossible(BigDecimal germinationPercent, BigDecimal limit, String source)
            implements SeedRefusal {}

    /** Animals have no germination. */
    record DoesNotGerminate(String product) implements SeedRefusal {}

    /** Pathogens are looked for in post-larvae alone. */
    record NotTestedForPathogens(String product) implements SeedRefusal {}

    record UnknownPathogen(String pathogen, List<String> known) implements SeedRefusal {}

    /** What tests is a partner, not a cooperative. */
    record NotALaboratory(OrganisationId laboratory) implements SeedRefusal {}

    /** No outcome is known before the sample was taken. */
    record SampledAfterwards(LocalDate sampledOn, OffsetDateTime happenedAt) implements SeedRefusal {}

    /** The cooperative has received no lot of this number. */
    record NotReceived(String number) implements SeedRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.MISSING;
        }
    }

    /** @param held what grows from this lot */
    record AnotherProduct(String number, String product, String held) implements SeedRefusal {}

    record BeforeItWasReceived(String number, OffsetDateTime requested, OffsetDateTime notBefore)
            implements SeedRefusal {}

    record NotEnoughLeft(String number, Mass requested, Mass available) implements SeedRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.CONFLICT;
        }
    }

    record NotEnoughPiecesLeft(String number, long requested, long available) implements SeedRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.CONFLICT;
        }
    }

    /** More crop cycles than one lot may be spread over. */
    record TakenTooOften(String number, int limit) implements SeedRefusal {}

    /** @param available what the cycle took and has not given back */
    record MoreThanTaken(String number, PlotId plot, int cycle, Mass requested, Mass available)
            implements SeedRefusal {}

    /** @param available how many the cycle took and has not given back */
    record MorePiecesThanTaken(String number, PlotId plot, int cycle, long requested, long available)
            implements SeedRefusal {}

    /**
     * Some pathogen was not looked for, or too long before the stocking.
     *
     * @param day of the stocking
     * @param limitDays how many days before it the sample may have been taken
     * @param lastNegative day of the last sample before it that was negative for any of the missing; absent if none was
     */
    record PathogenTestMissing(
            String number,
            List<String> missing,
            LocalDate day,
            int limitDays,
            String source,
            @Nullable LocalDate lastNegative)
            implements SeedRefusal {}

    /** @param day on which the positive sample was taken */
    record TestedPositive(String number, String pathogen, LocalDate day) implements SeedRefusal {}

    /** In the measure of the lot. */
    static SeedRefusal notEnoughLeft(SeedLotKey lot, SeedQuantity requested, SeedQuantity available) {
        return requested.mass() != null && available.mass() != null
                ? new NotEnoughLeft(lot.number(), requested.mass(), available.mass())
                : new NotEnoughPiecesLeft(lot.number(), requested.count(), available.count());
    }

    /** In the measure of the lot. */
    static SeedRefusal moreThanTaken(GiveBackSeed command, SeedQuantity requested, SeedQuantity available) {
        var number = command.lot().number();
        return requested.mass() != null && available.mass() != null
                ? new MoreThanTaken(number, command.plot(), command.cycle(), requested.mass(), available.mass())
                : new MorePiecesThanTaken(
                        number, command.plot(), command.cycle(), requested.count(), available.count());
    }
}
