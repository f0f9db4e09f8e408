package vn.nguongoc.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import vn.nguongoc.Farm;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.PlotId;
import vn.nguongoc.shared.ShipmentId;
import vn.nguongoc.shared.StepId;
import vn.nguongoc.trace.Trace.Beginning;
import vn.nguongoc.trace.Trace.Edge;
import vn.nguongoc.trace.Trace.Fact;
import vn.nguongoc.trace.Trace.Way;
import vn.nguongoc.trace.TraceRequest.Direction;
import vn.nguongoc.web.Words;

/** Pictures of traces: always the same, never too large, and readable without seeing the colours. */
class TracePicturesTest {
    private static final Fact FACT = new Fact(1, Farm.on("24-04"), Instant.EPOCH);

    private final TracePictures pictures = new TracePictures(new Words());

    private static LotId lot(int number) {
        return new LotId("lot-" + padded(number));
    }

    private static String padded(int number) {
        return "%016d".formatted(number);
    }

    private static Trace.Lot lot(int number, int generation, @Nullable String label, boolean held, boolean recalled) {
        return new Trace.Lot(
                lot(number),
                generation,
                label,
                Farm.PADDY,
                Farm.HO_DAC_KIEN,
                "HTX",
                Mass.kilograms(100),
                Mass.kilograms(40),
                Beginning.STEP,
                FACT,
                "t/x",
                held,
                recalled);
    }

    private static Edge edge(Way way, Object from, Object to) {
        return new Edge(way, from.toString(), to.toString(), Mass.kilograms(100), null, FACT);
    }

    /** So many plots, each with its lot, blended into one, which went into as many lots of others. */
    private static Trace blend(int plots, boolean recalled, @Nullable String label) {
        var lots = new ArrayList<>(List.of(lot(0, 0, label, recalled, recalled)));
        var fields = new ArrayList<Trace.Plot>();
        var edges = new ArrayList<Edge>();
        var step = new StepId("step-" + padded(1));
        for (int i = 1; i <= plots; i++) {
            var plot = new PlotId("plot-" + padded(i));
            fields.add(new Trace.Plot(plot, "P" + i, "rice-field", "31570", 20_000L, Mass.kilograms(100)));
            lots.add(lot(i, -1, null, false, false));
            edges.add(edge(Way.HARVEST, plot, lot(i)));
            edges.add(edge(Way.IN, lot(i), step));
            lots.add(lot(10_000 + i, 1, null, recalled, recalled));
            edges.add(edge(Way.SPLIT, lot(0), lot(10_000 + i)));
        }
        edges.add(edge(Way.OUT, step, lot(0)));
        var blending = new Trace.Step(
                step, "blending", null, FACT, Mass.kilograms(100), Mass.kilograms(100), List.of(), null, null);
        return trace(lots, fields, List.of(blending), List.of(), edges);
    }

    private static Trace trace(
            List<Trace.Lot> lots,
            List<Trace.Plot> plots,
            List<Trace.Step> steps,
            List<Trace.Shipment> shipments,
            List<Edge> edges) {
        return new Trace(
                new TraceRequest(lot(0), Direction.BOTH, 200, Viewpoint.TODAY),
                1,
                1,
                lots,
                plots,
                steps,
                shipments,
                edges,
                List.of(),
                null,
                null);
    }

    private String drawn(Trace trace) {
        return pictures.svg(trace, Words.VIETNAMESE, TracePictures.ON_A_SCREEN);
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static int size(String svg) {
        return svg.getBytes(StandardCharsets.UTF_8).length;
    }

    @Test
    void a_few_plots_are_shown_one_by_one() throws Exception {
        var svg = drawn(blend(3, false, "L-1"));
        parsed(svg);
        assertThat(svg)
                .contains(">Thửa P1<", ">Thửa P3<", ">Phối trộn<", ">L-1<")
                .doesNotContain("thửa<");
        assertThat(svg).isEqualTo(drawn(blend(3, false, "L-1")));
    }

    @Test
    void a_row_as_wide_as_the_screen_is_shown_and_one_wider_is_summed_up() {
        assertThat(drawn(blend(TracePictures.ON_A_SCREEN, false, null))).contains(">Thửa P8<");
        var wider = drawn(blend(TracePictures.ON_A_SCREEN + 1, false, null));
        assertThat(wider).contains(">9 thửa<", ">9 lô<").doesNotContain(">Thửa P8<");
    }

    @Test
    void five_hundred_plots_and_five_hundred_receivers_stay_small_and_say_how_many() throws Exception {
        var svg = drawn(blend(500, false, null));
        parsed(svg);
        assertThat(size(svg)).isLessThan(6_000);
        assertThat(svg).contains(">500 thửa<", ">50.000 kg<", ">500 lô<");
    }

    @Test
    void a_chain_of_a_thousand_steps_stays_below_sixty_kilobytes() throws Exception {
        var lots = new ArrayList<>(List.of(lot(0, 0, null, false, false)));
        var steps = new ArrayList<Trace.Step>();
        var edges = new ArrayList<Edge>();
        for (int i = 0; i < 1000; i++) {
            var step = new StepId("step-" + padded(i));
            steps.add(new Trace.Step(
                    step, "storage", null, FACT, Mass.kilograms(9), Mass.kilograms(9), List.of(), null, null));
            edges.add(edge(Way.IN, lot(i), step));
            for (int j = 0; j < 8; j++) {
                edges.add(edge(Way.OUT, step, j == 0 ? lot(i + 1) : lot(10_000 * j + i)));
                lots.add(lot(j == 0 ? i + 1 : 10_000 * j + i, i + 1, "lô " + j, false, false));
            }
        }
        var svg = drawn(trace(lots, List.of(), steps, List.of(), edges));
        parsed(svg);
        assertThat(size(svg)).isLessThanOrEqualTo(60_000);
        assertThat(svg).contains("chặng nữa");
    }

    @Test
    void what_is_recalled_says_so_in_words_and_has_another_frame() {
        var svg = drawn(blend(2, true, null));
        assertThat(svg).contains("⚠ THU HỒI").contains("stroke-dasharray=\"9 3\"");
        assertThat(drawn(blend(2, false, null))).doesNotContain("THU HỒI").doesNotContain("stroke-dasharray");
        assertThat(drawn(blend(20, true, null))).contains(">20 lô<", "⚠ THU HỒI");
    }

    @Test
    void a_label_is_text_and_never_markup() throws Exception {
        var svg = drawn(blend(1, false, "<script>\"&"));
        parsed(svg);
        assertThat(svg).doesNotContain("<script").contains("&lt;script&gt;");
    }

    @Test
    void shipments_to_one_business_are_one_box() {
        var shipments = new ArrayList<Trace.Shipment>();
        var edges = new ArrayList<Edge>();
        for (int i = 1; i <= 12; i++) {
            var id = new ShipmentId("ship-" + padded(i));
            shipments.add(new Trace.Shipment(id, i % 2 == 0 ? "Chợ A" : "Chợ B", null, null, FACT));
            edges.add(edge(Way.SHIPMENT, lot(0), id));
        }
        var svg = drawn(trace(List.of(lot(0, 0, null, false, false)), List.of(), List.of(), shipments, edges));
        assertThat(svg).containsOnlyOnce("→ Chợ A").containsOnlyOnce("→ Chợ B").contains(">600 kg<");
    }

    @Test
    void it_has_a_title_and_a_text_in_the_language_asked_for() {
        var svg = pictures.svg(blend(1, false, "L-1"), Locale.ENGLISH, 8);
        assertThat(svg).contains("role=\"img\"", "lang=\"en\"", "<title id=\"trace-title\">The way of ST25 paddy L-1<");
        assertThat(svg).contains("<desc id=\"trace-text\">");
    }
}
