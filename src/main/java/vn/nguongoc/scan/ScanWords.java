package vn.nguongoc.scan;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nguongoc.scan.ScanCounting.UnitShown;
import vn.nguongoc.shared.Vietnam;
import vn.nguongoc.web.Phrase;
import vn.nguongoc.web.Words;

/** Says how a unit was scanned, in numbers, and what is unusual about it; never what that means for the goods. */
@Component
public class ScanWords {
    private static final int TEN = 10;
    private static final int HUNDRED = 100;
    private static final int ELEVEN = 11;
    private static final int THIRTEEN = 13;

    private final Words words;
    private final Towns towns;

    ScanWords(Words words, Towns towns) {
        this.words = words;
        this.towns = towns;
    }

    /**
     * What a unit's page says of its scans.
     *
     * @param isRemarkable whether it should be seen: more sessions than usual, or a signal
     */
    public record Note(Phrase text, boolean isRemarkable) {}

    /** The line on a unit's page. */
    public Note note(UnitShown shown, LotFacts lot, Locale language) {
        var scans = shown.scans();
        if (scans == null) {
            return new Note(words.phrase(language, "page.scans.none"), false);
        }
        var first = Vietnam.day(scans.first().atOffset(Vietnam.OFFSET));
        var ordinal = shown.ordinal();
        var sessions = ordinal == null ? scans.sessions() : Math.max(scans.sessions(), ordinal);
        return sessions > SignalThresholds.CHOSEN.neutral() || hasSignal(scans, lot)
                ? new Note(often(scans, sessions, first, language), true)
                : new Note(inPassing(scans, ordinal, first, language), false);
    }

    private static boolean hasSignal(UnitScans scans, LotFacts lot) {
        return Signals.of(scans, lot, SignalThresholds.CHOSEN).stream().anyMatch(Signal::mayMeanCopies);
    }

    private Phrase often(UnitScans scans, int sessions, LocalDate first, Locale language) {
        var places = scans.places(towns).size();
        return places < 2
                ? words.phrase(language, "page.scans.often", sessions, first)
                : words.phrase(language, "page.scans.often.places", sessions, first, places);
    }

    private Phrase inPassing(UnitScans scans, @Nullable Integer ordinal, LocalDate first, Locale language) {
        if (ordinal != null && ordinal == 1) {
            return words.phrase(language, "page.scans.none");
        }
        var which = ordinal == null ? scans.sessions() + 1 : ordinal;
        return scans.firstPlace()
                .map(place -> words.phrase(
                        language, "page.scans.first.place", first, ordinal(which, language), towns.name(place)))
                .orElseGet(() -> words.phrase(language, "page.scans.first", first, ordinal(which, language)));
    }

    /** {@code 2nd} in English; other languages have the number alone. */
    private static String ordinal(int number, Locale language) {
        if (!language.equals(Locale.ENGLISH)) {
            return String.valueOf(number);
        }
        var isTeen = number % HUNDRED >= ELEVEN && number % HUNDRED <= THIRTEEN;
        return number
                + switch (isTeen ? 0 : number % TEN) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
    }

    /** <i>scanned 14 times in 3 places, by at most 9 devices</i>. */
    public String summary(UnitScans scans, Locale language) {
        var places = List.copyOf(scans.places(towns));
        return places.isEmpty()
                ? words.say(language, "scans.summary", scans.sessions(), scans.devices())
                : words.say(language, "scans.summary.places", scans.sessions(), scans.devices(), places.size(), places);
    }

    /** One sentence with its numbers. */
    public String say(Signal signal, Locale language) {
        var key = "scans.signal." + signal.code();
        return switch (signal) {
            case Signal.BeforeDispatch it ->
                it.dispatchedOn() == null
                        ? words.say(language, key + ".unrecorded", it.sessions(), it.devices(), it.firstOn())
                        : words.say(language, key, it.sessions(), it.devices(), it.firstOn(), it.dispatchedOn());
            case Signal.ManyDevices it -> words.say(language, key, it.devices(), it.most());
            case Signal.FarApart it ->
                words.say(
                        language,
                        key,
                        towns.name(it.from()),
                        towns.name(it.to()),
                        it.kilometres(),
                        it.hours(),
                        it.on());
            case Signal.AfterSale it -> words.say(language, key, it.sessions(), it.devices(), it.boughtOn());
            case Signal.AfterRecall it -> words.say(language, key, it.sessions(), it.recalledOn());
        };
    }

    /** Days newest first, each with its numbers. */
    public List<String> days(UnitScans scans, Locale language) {
        return List.copyOf(scans.days().entrySet()).reversed().stream()
                .map(it -> words.say(
                                language,
                                "scans.day",
                                it.getKey(),
                                it.getValue().sessions(),
                                it.getValue().devices())
                        + places(it.getValue()))
                .toList();
    }

    private String places(UnitScans.Day day) {
        var names = day.sightings().stream()
                .map(it -> towns.name(it.place()))
                .distinct()
                .toList();
        return names.isEmpty() ? "" : " · " + String.join(", ", names);
    }
}
