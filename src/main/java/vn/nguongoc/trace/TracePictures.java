package vn.nguongoc.trace;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.trace.Sketch.Box;
import vn.nguongoc.trace.Sketch.State;
import vn.nguongoc.web.Words;

/**
 * Draws traces as SVG, the sources on top, in the words of one language. The same trace is always the same picture,
 * without style sheet or script, so that it may stand anywhere.
 */
@Component
public class TracePictures {
    /** Boxes side by side that can still be read on a screen. */
    public static final int ON_A_SCREEN = 8;

    /** Boxes side by side that can still be read on a phone. */
    public static final int ON_A_PHONE = 2;

    private static final int LARGEST = 60_000;
    private static final int MOST_SOURCES = 5;
    private static final Mass TONNES_FROM = Mass.kilograms(100_000);

    private final Words words;

    TracePictures(Words words) {
        this.words = words;
    }

    /**
     * At most 60 KB: what would be larger is summed up further.
     *
     * @param widest so many boxes stand side by side at most
     */
    public String svg(Trace trace, Locale language, int widest) {
        var svg = drawn(trace, language, widest);
        for (int fewer = widest / 2; fewer > 0 && svg.getBytes(StandardCharsets.UTF_8).length > LARGEST; fewer /= 2) {
            svg = drawn(trace, language, fewer);
        }
        return svg;
    }

    private String drawn(Trace trace, Locale language, int widest) {
        var telling = new Telling(trace, language);
        var sketch = Sketch.of(trace, widest);
        return new TraceDrawing(sketch, telling::lines, telling::mass)
                .svg(telling.title(), telling.description(), language);
    }

    /** What a picture says. */
    private final class Telling {
        private final Trace trace;
        private final Locale language;

        Telling(Trace trace, Locale language) {
            this.trace = trace;
            this.language = language;
        }

        String title() {
            var lot = trace.lots().getFirst();
            var label = lot.label();
            return say("trace.title", product(lot.product()) + (label == null ? "" : " " + label));
        }

        String description() {
            return Stream.of(composition(), forward())
                    .filter(it -> !it.isEmpty())
                    .collect(Collectors.joining(" "));
        }

        private Stream<Trace.Source> sources() {
            return trace.composition() == null ? Stream.empty() : trace.composition().plots().stream();
        }

        private String composition() {
            var plots = sources().toList();
            if (plots.isEmpty()) {
                return "";
            }
            var parts = plots.stream()
                    .limit(MOST_SOURCES)
                    .map(it -> say("trace.share", String.valueOf(it.code()), it.percent(), it.quantity()))
                    .collect(Collectors.joining(", "));
            var more = plots.size() - MOST_SOURCES;
            return say("trace.madeOf", more > 0 ? parts + ", " + say("trace.plots", more) : parts);
        }

        private String forward() {
            if (!trace.asked().direction().goesForward()) {
                return "";
            }
            var lots = trace.lots().stream().filter(it -> it.generation() > 0).count();
            return say(
                    "trace.forward",
                    lots,
                    sum(Trace.Kind.IN_STOCK),
                    sum(Trace.Kind.SHIPPED).plus(sum(Trace.Kind.ON_THE_WAY)));
        }

        private Mass sum(Trace.Kind kind) {
            return Mass.sum(trace.ends().stream()
                    .filter(it -> it.kind() == kind)
                    .map(Trace.End::quantity)
                    .toList());
        }

        /** What a box says, the most important first. */
        List<String> lines(Box box) {
            return switch (box.what()) {
                case PLOT -> plot(box);
                case LOT -> lot(box);
                case STEP -> step(box);
                case SHIPMENT -> List.of(say("trace.to", many(box, "trace.shipments")), mass(box.quantity()));
                case FURTHER -> List.of(say("trace.further", box.count()));
            };
        }

        private List<String> plot(Box box) {
            if (box.count() > 1) {
                return List.of(say("trace.plots", box.count()), mass(box.quantity()));
            }
            var lines = new ArrayList<>(List.of(say("trace.plot", name(box)), mass(box.quantity())));
            sources()
                    .filter(it -> it.plot().value().equals(box.id()))
                    .forEach(it -> lines.add(say("trace.percent", it.percent())));
            return lines;
        }

        private List<String> lot(Box box) {
            var lines = new ArrayList<String>();
            if (box.count() > 1) {
                lines.add(say("trace.lots", box.count()));
            }
            if (box.name() != null) {
                lines.add(product(box.name()));
            }
            lines.add(mass(box.quantity()));
            if (box.label() != null) {
                lines.add(box.label());
            }
            if (box.holder() != null
                    && !box.holder().equals(trace.lots().getFirst().holderName())) {
                lines.add(box.holder());
            }
            if (box.state() != State.FREE) {
                lines.add(say(box.state() == State.RECALLED ? "trace.recalled" : "trace.held"));
            }
            return lines;
        }

        private List<String> step(Box box) {
            var name = box.name() == null
                    ? say("trace.steps", box.count())
                    : words.name(language, "step", box.name()) + (box.count() > 1 ? " × " + box.count() : "");
            var lines = new ArrayList<>(List.of(name));
            if (!box.quantity().isZero()) {
                lines.add(say("trace.lost", mass(box.quantity())));
            }
            if (!box.rest().isZero()) {
                lines.add(say("trace.others", mass(box.rest())));
            }
            return lines;
        }

        private String many(Box box, String key) {
            return box.name() == null ? say(key, box.count()) : box.name();
        }

        private static String name(Box box) {
            return String.valueOf(box.name());
        }

        private String product(String code) {
            return words.name(language, "product", code);
        }

        /** Large masses in whole tonnes. */
        String mass(Mass mass) {
            return mass.compareTo(TONNES_FROM) < 0
                    ? words.show(language, mass)
                    : say("trace.tonnes", (mass.grams() + 500_000) / 1_000_000);
        }

        private String say(String key, Object... values) {
            return words.say(language, key, values);
        }
    }
}
