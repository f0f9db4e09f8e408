package vn.nguongoc.scan;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.Farm;
import vn.nguongoc.label.Serial;
import vn.nguongoc.scan.UnitScans.Day;
import vn.nguongoc.scan.UnitScans.Sighting;
import vn.nguongoc.shared.Vietnam;

/**
 * Made-up histories of scans from a seed: of honest units, and of units whose code was copied. Every number in it is an
 * assumption of ours; docs/scan-signals.md lists them.
 */
final class ScanHistories {
    private static final LocalDate DISPATCH = LocalDate.of(2026, 10, 5);
    private static final int SHELF_DAYS = 150;
    private static final int HOUR_MINUTES = 60;
    private static final int DAY_MINUTES = 24 * HOUR_MINUTES;

    /** Cities where the rice is sold, with how much of it. */
    private static final List<Tile> CITIES = List.of(
            new Tile(108, 1067),
            new Tile(108, 1067),
            new Tile(108, 1067),
            new Tile(210, 1058),
            new Tile(210, 1058),
            new Tile(100, 1058),
            new Tile(161, 1082),
            new Tile(209, 1067),
            new Tile(110, 1068),
            new Tile(122, 1092));

    private final Random random;
    private int networks;

    ScanHistories(long seed) {
        random = new Random(seed);
    }

    /**
     * A unit's history and what its lot's record says.
     *
     * @param kind how it came about
     * @param copies bags that bear its code beside the right one
     */
    record Made(String kind, int copies, UnitScans scans, LotFacts lot) {
        boolean isCopied() {
            return copies > 0;
        }
    }

    /** Somebody with a phone: at home in one network, on the way in others. */
    private record Person(int home, boolean offersPlace) {}

    // ---- honest units

    /** One that somebody scanned at least once. */
    Made honest() {
        var story = new Story(recordedDispatch());
        var kind = random.nextDouble();
        if (kind < 0.70) {
            return story.end("household", 0, this::household);
        }
        if (kind < 0.82) {
            return story.end("shop", 0, this::shop);
        }
        if (kind < 0.88) {
            return story.end("gift", 0, this::gift);
        }
        if (kind < 0.92) {
            return story.end("holiday", 0, this::holiday);
        }
        if (kind < 0.96) {
            return story.end("early", 0, this::early);
        }
        return story.end("enthusiast", 0, this::enthusiast);
    }

    /**
     * In one of forty lots the shipment is entered up to four days late under the day of the entry; in one of 200
     * never.
     */
    private @Nullable LocalDate recordedDispatch() {
        var luck = random.nextDouble();
        if (luck < 0.005) {
            return null;
        }
        return luck < 0.03 ? DISPATCH.plusDays(1 + random.nextInt(4)) : DISPATCH;
    }

    /** In the shop or at home, and some days later again; a third of them show it to somebody in the house. */
    private void household(Story story) {
        var city = city();
        var at = story.minute(1 + random.nextInt(SHELF_DAYS));
        var buyer = person(0.10);
        story.scan(buyer, city, at);
        if (random.nextDouble() < 0.05) {
            story.bought(at);
        }
        again(story, buyer, city, at);
        if (random.nextDouble() < 0.33) {
            var other = new Person(buyer.home(), random.nextDouble() < 0.10);
            story.scan(other, city, at + random.nextInt(3 * DAY_MINUTES));
        }
    }

    private void again(Story story, Person person, Tile city, int at) {
        for (int time = at; random.nextDouble() < 0.25; ) {
            time += random.nextInt(10 * DAY_MINUTES);
            story.scan(person, city, time);
        }
    }

    /** Shop assistants scan what stands on the shelf, several customers scan it and put it back. */
    private void shop(Story story) {
        var city = city();
        var at = 1 + random.nextInt(SHELF_DAYS);
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            story.scan(person(0.02), city, story.minute(at));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            story.scan(person(0.10), city, story.minute(at + random.nextInt(20)));
        }
        household(story);
    }

    /** Bought in one city, carried to another in one to five days, scanned at both ends. */
    private void gift(Story story) {
        var at = story.minute(1 + random.nextInt(SHELF_DAYS));
        var from = city();
        var giver = person(0.10);
        story.scan(giver, from, at);
        again(story, giver, from, at);
        var travel = random.nextDouble() < 0.10 ? 6 * HOUR_MINUTES : DAY_MINUTES;
        story.scan(person(0.15), city(), at + travel + random.nextInt(4 * DAY_MINUTES));
    }

    /** On the days before Tết a bag goes from hand to hand at a family's table. */
    private void holiday(Story story) {
        var city = city();
        var at = story.minute(115 + random.nextInt(10));
        var home = person(0).home();
        for (int i = 2 + random.nextInt(5); i > 0; i--) {
            var guest = random.nextBoolean() ? new Person(home, random.nextDouble() < 0.10) : person(0.10);
            story.scan(guest, city, at + random.nextInt(2 * DAY_MINUTES));
        }
    }

    /** Packers, a driver or a shop scan before the day under which the dispatch is recorded. */
    private void early(Story story) {
        var home = new Tile(96, 1060);
        for (int i = 1 + (int) Math.floor(-Math.log(1 - random.nextDouble()) * 0.7); i > 0; i--) {
            story.scan(person(0.02), home, story.minute(-random.nextInt(6)));
        }
        household(story);
    }

    /** Somebody who scans it again and again, at home and out, over weeks. */
    private void enthusiast(Story story) {
        var city = city();
        var at = story.minute(1 + random.nextInt(SHELF_DAYS));
        var person = person(0.20);
        for (int i = 3 + random.nextInt(6); i > 0; i--) {
            story.scan(person, city, at + random.nextInt(30 * DAY_MINUTES));
        }
    }

    // ---- copied codes

    /**
     * A code on so many bags in several provinces beside the one that it was made for. A share of the buyers scans.
     *
     * @param whenDays first and last day, from the dispatch on, on which copies are sold
     */
    Made copied(String kind, int copies, int provinces, int[] whenDays, double scanning) {
        return new Story(recordedDispatch()).end(kind, copies, story -> {
            if (random.nextDouble() < 0.5) {
                household(story);
            }
            var cities = new ArrayList<Tile>();
            for (int i = 0; i < provinces; i++) {
                cities.add(city());
            }
            int scanned = 0;
            for (int i = 0; i < copies; i++) {
                if (random.nextDouble() < scanning) {
                    scanned++;
                    copy(story, cities.get(random.nextInt(provinces)), whenDays);
                }
            }
            if (scanned == 0) {
                copy(story, cities.getFirst(), whenDays);
            }
        });
    }

    private void copy(Story story, Tile city, int[] whenDays) {
        var at = story.minute(whenDays[0] + random.nextInt(whenDays[1] - whenDays[0] + 1));
        var buyer = person(0.10);
        story.scan(buyer, city, at);
        again(story, buyer, city, at);
        if (random.nextDouble() < 0.05) {
            story.bought(at);
        }
    }

    // ---- people

    private Tile city() {
        return CITIES.get(random.nextInt(CITIES.size()));
    }

    private Person person(double offering) {
        return new Person(++networks, random.nextDouble() < offering);
    }

    private interface Plot {
        void tell(Story story);
    }

    /** Scans of one unit as they come, and then as the room would have stored them. */
    private final class Story {
        private final @Nullable LocalDate dispatched;
        private final Map<LocalDate, List<Integer>> sessions = new TreeMap<>();
        private final Map<LocalDate, Set<Integer>> devices = new HashMap<>();
        private final Map<LocalDate, Map<Tile, Sighting>> places = new HashMap<>();
        private @Nullable LocalDate bought;

        Story(@Nullable LocalDate dispatched) {
            this.dispatched = dispatched;
        }

        /** Some minute in the daytime of that day after the true dispatch. */
        int minute(int day) {
            return day * DAY_MINUTES + 8 * HOUR_MINUTES + random.nextInt(13 * HOUR_MINUTES);
        }

        private Instant at(int minute) {
            return Vietnam.start(DISPATCH).toInstant().plus(Duration.ofMinutes(minute));
        }

        private LocalDate day(int minute) {
            return Vietnam.day(at(minute).atOffset(Vietnam.OFFSET));
        }

        /** Two of five scan in a mobile network, which gives them a new /24 each time. */
        void scan(Person person, Tile city, int minute) {
            var network = random.nextDouble() < 0.4 ? ++networks : person.home();
            var day = day(minute);
            sessions.computeIfAbsent(day, key -> new ArrayList<>()).add(minute);
            devices.computeIfAbsent(day, key -> new HashSet<>()).add(network);
            if (person.offersPlace()) {
                places.computeIfAbsent(day, key -> new HashMap<>())
                        .merge(
                                city,
                                new Sighting(city, at(minute), at(minute), 1),
                                (a, b) -> new Sighting(
                                        city,
                                        a.first().isBefore(b.first()) ? a.first() : b.first(),
                                        a.last().isAfter(b.last()) ? a.last() : b.last(),
                                        a.sessions() + 1));
            }
        }

        void bought(int minute) {
            var day = day(minute);
            if (bought == null || day.isBefore(bought)) {
                bought = day;
            }
        }

        Made end(String kind, int copies, Plot plot) {
            plot.tell(this);
            var days = new TreeMap<LocalDate, Day>();
            sessions.forEach((day, minutes) -> days.put(
                    day,
                    new Day(
                            minutes.size(),
                            devices.getOrDefault(day, Set.of()).size(),
                            List.copyOf(places.getOrDefault(day, Map.of()).values()),
                            Map.of())));
            var minutes = sessions.values().stream()
                    .flatMap(List::stream)
                    .mapToInt(it -> it)
                    .summaryStatistics();
            return new Made(
                    kind,
                    copies,
                    new UnitScans(
                            new Serial("0123456789ABCDEF"),
                            Farm.LOT,
                            at(minutes.getMin()),
                            at(minutes.getMax()),
                            (int) minutes.getCount(),
                            bought,
                            days),
                    new LotFacts(Farm.HO_DAC_KIEN, dispatched, null));
        }
    }
}
