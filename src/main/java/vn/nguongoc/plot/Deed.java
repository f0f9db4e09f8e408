package vn.nguongoc.plot;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.catalogue.ActivityKind.Effect;
import vn.nguongoc.catalogue.Substance.Use;
import vn.nguongoc.plot.PlotCommand.RecordActivity;
import vn.nguongoc.plot.event.PlotEvent.ActivityCorrected;
import vn.nguongoc.plot.event.PlotEvent.ActivityRecorded;
import vn.nguongoc.shared.Flag;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.Vietnam;

/**
 * What a cycle remembers of one activity, to judge what comes next.
 *
 * @param fields what the rules read; none where it has no effect
 * @param harvestFrom first day on which a harvest is allowed because of it
 */
record Deed(
        int number,
        String kind,
        Effect effect,
        OffsetDateTime at,
        Map<String, String> fields,
        @Nullable LocalDate harvestFrom,
        boolean banned) {
    static final String ACTIVE = "active";
    static final String BANNED = "banned-substance";
    static final String UNTIL = "until";
    static final String LABORATORY = "laboratory";

    private static final String SEED = "seed";
    private static final String PIECES = "pieces";
    private static final String NITROGEN = "nitrogenKgPerHectare";
    private static final String FEED = "feed";

    static Deed of(RecordActivity command, Activity activity, int number) {
        return new Deed(
                number,
                command.kind(),
                activity.kind().effect(),
                command.happenedAt(),
                command.fields(),
                activity.harvestFrom(),
                activity.isBanned());
    }

    static Deed of(ActivityRecorded event, int number) {
        var effect = effect(event);
        return new Deed(
                number,
                event.kind(),
                effect,
                event.happenedAt(),
                effect == Effect.NONE ? Map.of() : event.fields(),
                event.harvestFrom(),
                isBanned(event.flags()));
    }

    /** Before activities told their effect there were three kinds that had one. */
    private static Effect effect(ActivityRecorded event) {
        if (event.effect() != null) {
            return Effect.valueOf(event.effect());
        }
        return switch (event.kind()) {
            case "sowing" -> Effect.SOWS;
            case "pesticide" -> Effect.SPRAYS;
            case "fertiliser" -> Effect.FERTILISES;
            default -> Effect.NONE;
        };
    }

    /**
     * Whether rules ask for it again with what is done later. Of the others, which are most, the log is asked when they
     * are corrected.
     */
    boolean isAskedAgain() {
        return switch (effect) {
            case NONE, FEEDS -> false;
            case SOWS, STOCKS, SPRAYS, MEDICATES, FERTILISES, KILLS, SICKENS, DESTROYS, DISINFECTS, TESTS -> true;
        };
    }

    Deed corrected(ActivityCorrected event, Map<String, String> to) {
        return corrected(to, event.harvestFrom(), isBanned(event.flags()));
    }

    Deed corrected(Map<String, String> to, @Nullable LocalDate allowedFrom, boolean nowBanned) {
        return new Deed(number, kind, effect, at, effect == Effect.NONE ? Map.of() : to, allowedFrom, nowBanned);
    }

    private static boolean isBanned(Iterable<Flag> flags) {
        for (var flag : flags) {
            if (flag.code().equals(BANNED)) {
                return true;
            }
        }
        return false;
    }

    /** Kilograms of seed that went into the ground. */
    Mass sown() {
        return effect == Effect.SOWS ? mass(SEED) : Mass.ZERO;
    }

    Mass fed() {
        return effect == Effect.FEEDS ? mass(FEED) : Mass.ZERO;
    }

    private Mass mass(String field) {
        return Mass.of(new BigDecimal(fields.getOrDefault(field, "0")), Mass.Unit.KILOGRAM);
    }

    /** Post-larvae that went into the pond. */
    long stocked() {
        return effect == Effect.STOCKS ? pieces() : 0;
    }

    /** Animals found dead. */
    long died() {
        return effect == Effect.KILLS ? pieces() : 0;
    }

    private long pieces() {
        return Long.parseLong(fields.getOrDefault(PIECES, "0"));
    }

    /** Nitrogen given, kg/ha. */
    BigDecimal nitrogen() {
        return effect == Effect.FERTILISES ? new BigDecimal(fields.getOrDefault(NITROGEN, "0")) : BigDecimal.ZERO;
    }

    String active() {
        return fields.getOrDefault(ACTIVE, "");
    }

    LocalDate day() {
        return Vietnam.day(at);
    }

    /** Medicine is given for days. */
    LocalDate lastDay() {
        var until = effect == Effect.MEDICATES ? fields.get(UNTIL) : null;
        return until == null ? day() : LocalDate.parse(until);
    }

    /** Which list of substances it was judged by. */
    Use use() {
        return effect == Effect.MEDICATES ? Use.AQUACULTURE : Use.CROP;
    }

    /** Whether a laboratory passed a sample; only for tests. */
    boolean passed() {
        return "PASS".equals(fields.get("verdict"));
    }

    String test() {
        return fields.getOrDefault("test", "");
    }

    String laboratory() {
        return fields.getOrDefault(LABORATORY, "");
    }
}
