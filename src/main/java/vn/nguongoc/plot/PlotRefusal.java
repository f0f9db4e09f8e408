package vn.nguongoc.plot;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import vn.nguongoc.plot.event.Boundary.Point;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.PlotId;
import vn.nguongoc.shared.Refusal;

/** Why a plot says no. */
public sealed interface PlotRefusal extends Refusal {

    @Override
    default Kind refusalKind() {
        return Kind.INVALID;
    }

    record UnknownWard(String ward) implements PlotRefusal {}

    record UnknownKind(String kind, List<String> known) implements PlotRefusal {}

    record SmallerThanAPlot(long areaSquareMetres, long limitSquareMetres, String source) implements PlotRefusal {}

    record LargerThanAPlot(long areaSquareMetres, long limitSquareMetres, String source) implements PlotRefusal {}

    /** The outline reaches too far for one plot. */
    record LongerThanAPlot(long lengthMetres, long limitMetres, String source) implements PlotRefusal {}

    /** The ring crosses or touches itself, or encloses nothing, at this point. */
    record OutlineCrossesItself(Point at) implements PlotRefusal {}

    /** The outline and the declared area tell of different sizes. */
    record AreaDiffers(long declaredSquareMetres, long outlinedSquareMetres, BigDecimal allowedPercent, String source)
            implements PlotRefusal {}

    /** A corner lies outside the smallest box around the ward, which is all that is known of the ward's border. */
    record OutsideTheWard(String ward, String name, Point corner, Point southWest, Point northEast)
            implements PlotRefusal {}

    /** A plot of this kind is known by its outline, not by a point. */
    record PointIsNotEnough(String kind, List<String> pointOnly) implements PlotRefusal {}

    /** The point is for plots whose outline is not known. */
    record OutlineAndPoint() implements PlotRefusal {}

    /** Another plot of the same cooperative covers part of this land. */
    record OverlapsOwnPlot(
            PlotId plot,
            String plotCode,
            long overlapSquareMetres,
            long limitSquareMetres,
            BigDecimal allowedPercent,
            String source)
            implements PlotRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.CONFLICT;
        }
    }

    /** Somebody else's plot covers part of this land; which one, and how large it is, is not ours to tell. */
    record OverlapsAnotherPlot(long overlapSquareMetres, BigDecimal allowedPercent, String source)
            implements PlotRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.CONFLICT;
        }
    }

    record UnknownSeason(String season, List<String> known) implements PlotRefusal {}

    /** The catalogue has no such product, or it does not grow on this kind of plot. */
    record CannotGrow(String product, String plotKind) implements PlotRefusal {}

    /** The plot's open cycle must be closed before the next one is opened. */
    record CycleIsOpen(int cycle, String product) implements PlotRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.CONFLICT;
        }
    }

    record NoOpenCycle(PlotId plot) implements PlotRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.CONFLICT;
        }
    }

    /** More seed than can be meant for this area. */
    record TooMuchSeed(Mass requested, Mass limit, long areaSquareMetres, String source) implements PlotRefusal {}

    /** More is sown than the cycle's seed. */
    record MoreSownThanSeed(Mass requested, Mass available) implements PlotRefusal {}

    record UnknownActivity(String kind, List<String> known) implements PlotRefusal {}

    /**
     * The activity's fields are not those of its kind: one is missing, unknown, or not of its type.
     *
     * @param expected the type, what there is to choose from, or in the place of an unknown field all that there are
     */
    record WrongField(String activity, String field, List<String> expected) implements PlotRefusal {}

    /** An interval shorter than the catalogue's for this active ingredient. */
    record IntervalTooShort(String active, int requestedDays, int requiredDays, String source) implements PlotRefusal {}

    /** Nothing was sown in this cycle. */
    record NothingSown(int cycle) implements PlotRefusal {}

    /** The cycle grows something else. */
    record AnotherCrop(String requested, String grown) implements PlotRefusal {}

    /** The last spray's waiting time is not over. */
    record BeforeHarvestIsAllowed(
            LocalDate requested, LocalDate allowedFrom, String active, LocalDate usedOn, String source)
            implements PlotRefusal {}

    /** More than the plot's area can bear in one cycle. */
    record MoreThanTheFieldBears(
            Mass requested, Mass alreadyHarvested, Mass limit, long areaSquareMetres, String source)
            implements PlotRefusal {}

    /** It happened before what it follows. */
    record BeforeItsPredecessor(OffsetDateTime requested, OffsetDateTime notBefore) implements PlotRefusal {}

    /** Such a thing is not done on this kind of plot. */
    record NotDoneHere(String activity, String plotKind, List<String> plotKinds) implements PlotRefusal {}

    record EndsBeforeItBegins(LocalDate begins, LocalDate ends) implements PlotRefusal {}

    /**
     * The crop is sown and needs kilograms of a seed lot, is stocked and needs pieces of one, or needs neither.
     *
     * @param expected {@code by-mass}, {@code by-pieces} or {@code no-seed}
     */
    record SeedDoesNotFit(String product, String expected) implements PlotRefusal {}

    /** More post-larvae go into the pond than were meant for it. */
    record MoreStockedThanMeant(long requested, long available) implements PlotRefusal {}

    /** More animals died or were harvested than were stocked. */
    record MoreThanWereStocked(long animals, long alive, long stocked) implements PlotRefusal {}

    /** A harvest of shrimp tells how many make a kilogram, and they are more than none. */
    record CountMissing(String product) implements PlotRefusal {}

    /** Fewer or more animals in a kilogram than there can be of this kind. */
    record CountImpossible(String product, BigDecimal requested, BigDecimal limit, String source)
            implements PlotRefusal {}

    record UnknownBlock(String block, List<String> known) implements PlotRefusal {}

    record UnknownPlotCode(String scheme, List<String> known) implements PlotRefusal {}

    /** A disease was confirmed or the stock destroyed, and the pond was not disinfected since. */
    record PondIsClosed(String activity, LocalDate since, LocalDate requested, int daysAfterDisinfection, String source)
            implements PlotRefusal {}

    /** A disease was confirmed or the stock destroyed, and the wait since the disinfection is not over. */
    record PondRests(
            String activity,
            LocalDate since,
            LocalDate disinfectedOn,
            LocalDate requested,
            LocalDate allowedFrom,
            int daysAfterDisinfection,
            String source)
            implements PlotRefusal {}

    record UnknownWaterParameter(String parameter, List<String> known) implements PlotRefusal {}

    /**
     * Beyond what a probe can show: a typing error.
     *
     * @param water code of the parameter
     */
    record NotMeasurable(String water, BigDecimal requested, BigDecimal limit, String unit, String source)
            implements PlotRefusal {}

    /** No activity of this number is in the open cycle or the one before it. */
    record NoSuchActivity(int number) implements PlotRefusal {}

    /** The same person said so already: nobody is two people. */
    record SecondPersonNeeded(String person) implements PlotRefusal {}

    /** No waiting time keeps a harvest from being taken. */
    record NothingToAuthorise() implements PlotRefusal {}
}
