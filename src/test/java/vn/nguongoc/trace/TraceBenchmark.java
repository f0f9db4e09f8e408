package vn.nguongoc.trace;

import static vn.nguongoc.Farm.kilograms;
import static vn.nguongoc.Farm.on;
import static vn.nguongoc.Farm.percent;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.nguongoc.Api;
import vn.nguongoc.Farm;
import vn.nguongoc.NguonGoc;
import vn.nguongoc.eventlog.Recorder;
import vn.nguongoc.generations.HistoryProgress;
import vn.nguongoc.lot.event.Goods;
import vn.nguongoc.lot.event.LotEvent.LotDrawn;
import vn.nguongoc.lot.event.LotEvent.LotHandedOver;
import vn.nguongoc.lot.event.LotEvent.LotHarvested;
import vn.nguongoc.lot.event.LotEvent.LotProduced;
import vn.nguongoc.lot.event.LotEvent.LotReceived;
import vn.nguongoc.lot.event.Pedigree;
import vn.nguongoc.organisation.OrganisationCommand.RegisterCooperative;
import vn.nguongoc.plot.event.PlotEvent.PlotRegistered;
import vn.nguongoc.shared.Gs1;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.Stamp;
import vn.nguongoc.shared.StepId;
import vn.nguongoc.shipment.event.ShipmentEvent.Line;
import vn.nguongoc.shipment.event.ShipmentEvent.ReceivedLine;
import vn.nguongoc.shipment.event.ShipmentEvent.ShipmentDispatched;
import vn.nguongoc.shipment.event.ShipmentEvent.ShipmentReceived;
import vn.nguongoc.step.event.StepEvent.Input;
import vn.nguongoc.step.event.StepEvent.Output;
import vn.nguongoc.step.event.StepEvent.StepRecorded;

/**
 * How long it takes to trace a blend of 500 plots that went into 1,000 lots, on the embedded server: 100 packing steps
 * made five lots each, and each of those was handed over to another organisation. Median of single calls, warm.
 */
final class TraceBenchmark {
    private static final int PLOTS = Integer.getInteger("benchmark.plots", 500);
    private static final int STEPS = Integer.getInteger("benchmark.steps", 100);
    private static final int OUTPUTS = 5;
    private static final int CALLS = Integer.getInteger("benchmark.calls", 40);

    private final EventStorageEngine engine;
    private final HistoryProgress progress;
    private final EventStore log;
    private final Traces traces;
    private final TracePictures pictures;
    private final Api api;
    private final OrganisationId cooperative;
    private final Map<String, Long> sequences = new HashMap<>();

    private TraceBenchmark(ConfigurableApplicationContext service) {
        engine = service.getBean(EventStorageEngine.class);
        progress = service.getBean(HistoryProgress.class);
        log = service.getBean(EventStore.class);
        traces = service.getBean(Traces.class);
        pictures = service.getBean(TracePictures.class);
        api = new Api(Integer.parseInt(service.getEnvironment().getRequiredProperty("local.server.port")));
        var stamp = stamp();
        cooperative = stamp.newCooperative();
        service.getBean(Recorder.class)
                .record(
                        stamp,
                        new RegisterCooperative(cooperative, "HTX", new Gs1("9520001009013"), "31570", on("01-01")));
    }

    public static void main(String[] arguments) throws Exception {
        var directory = Files.createTempDirectory("trace-benchmark");
        try (var service = new SpringApplicationBuilder(NguonGoc.class)
                .properties(Map.of("nguongoc.mongo.directory", directory.toString(), "server.port", "0"))
                .run()) {
            new TraceBenchmark(service).run();
        }
    }

    private void run() throws Exception {
        var blend = blend();
        for (int i = 0; i < STEPS; i++) {
            pack(blend);
        }
        while (progress.position() < log.createHeadToken().position().orElse(-1)) {
            Thread.sleep(50);
        }
        var request = new TraceRequest(blend, TraceRequest.Direction.BOTH, 200, Viewpoint.TODAY);
        var trace = traces.of(request);
        System.out.printf(
                "%n%d lots, %d steps, %d plots, %d edges%n",
                trace.lots().size(),
                trace.steps().size(),
                trace.plots().size(),
                trace.edges().size());
        report("walk and tell", () -> traces.of(request));
        report("draw", () -> pictures.svg(trace, vn.nguongoc.web.Words.VIETNAMESE, TracePictures.ON_A_SCREEN));
        report("GET trace", () -> api.get("/api/lots/" + blend + "/trace").text());
        report(
                "GET trace, back",
                () -> api.get("/api/lots/" + blend + "/trace?direction=back").text());
        report(
                "GET trace, asOf",
                () -> api.get("/api/lots/" + blend + "/trace?asOf=" + progress.position())
                        .text());
        report(
                "GET trace.svg",
                () -> api.get("/api/lots/" + blend + "/trace.svg").text());
        var svg = api.get("/api/lots/" + blend + "/trace.svg").text();
        System.out.printf("picture: %,d characters%n", svg.length());
        Files.writeString(java.nio.file.Path.of("target", "trace-benchmark.svg"), svg);
    }

    private static void report(String what, Runnable call) {
        var times = new long[CALLS];
        for (int i = -CALLS; i < CALLS; i++) {
            var begun = System.nanoTime();
            call.run();
            if (i >= 0) {
                times[i] = (System.nanoTime() - begun) / 1000;
            }
        }
        Arrays.sort(times);
        System.out.printf(
                "%-18s median %,d µs, lowest %,d, highest %,d%n", what, times[CALLS / 2], times[0], times[CALLS - 1]);
    }

    // ---- what happened, with no rule asked

    private LotId blend() {
        var step = stamp().newStep();
        var blend = stamp().newLot(0);
        var inputs = new ArrayList<Input>();
        for (int i = 0; i < PLOTS; i++) {
            var lot = harvest(i);
            var quantity = kilograms(1_000 + i);
            append(lot, new LotDrawn(lot, step.value(), quantity, Mass.ZERO, on("26-04")));
            inputs.add(new Input(lot, Farm.PADDY, quantity, percent("14")));
        }
        var all = Mass.sum(inputs.stream().map(Input::quantity).toList());
        made(step, "blending", inputs, List.of(output(blend, all)));
        return blend;
    }

    private LotId harvest(int number) {
        var plot = stamp().newPlot();
        var lot = stamp().newLot(0);
        append(
                plot,
                new PlotRegistered(
                        plot,
                        cooperative,
                        "P" + number,
                        "rice-field",
                        20_000,
                        "31570",
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        on("01-01")));
        append(
                lot,
                new LotHarvested(
                        lot,
                        cooperative,
                        plot,
                        1,
                        Farm.PADDY,
                        kilograms(1_000 + number),
                        percent("24"),
                        "L-" + number,
                        null,
                        null,
                        Pedigree.of(on("24-04")),
                        List.of(),
                        on("24-04")));
        return lot;
    }

    private void pack(LotId blend) {
        var step = stamp().newStep();
        var outputs = new ArrayList<Output>();
        for (int i = 0; i < OUTPUTS; i++) {
            outputs.add(output(stamp().newLot(0), kilograms(1_000)));
        }
        var quantity = kilograms(1_000L * OUTPUTS);
        append(blend, new LotDrawn(blend, step.value(), quantity, Mass.ZERO, on("28-04")));
        made(step, "storage", List.of(new Input(blend, Farm.PADDY, quantity, percent("14"))), outputs);
        outputs.forEach(it -> handOver(it.lot()));
    }

    private static Output output(LotId lot, Mass quantity) {
        return new Output(lot, Farm.PADDY, quantity, percent("14"), null, null, null);
    }

    private void made(StepId step, String kind, List<Input> inputs, List<Output> outputs) {
        outputs.forEach(it -> append(
                it.lot(),
                new LotProduced(
                        it.lot(),
                        cooperative,
                        step,
                        Farm.PADDY,
                        it.quantity(),
                        percent("14"),
                        null,
                        null,
                        null,
                        Pedigree.of(on("24-04")),
                        on("27-04"))));
        append(
                step,
                new StepRecorded(
                        step,
                        cooperative,
                        kind,
                        1,
                        null,
                        inputs,
                        outputs,
                        List.of(),
                        Map.of(),
                        null,
                        List.of(),
                        on("27-04")));
    }

    private void handOver(LotId lot) {
        var shipment = stamp().newShipment();
        var there = stamp().newLot(0);
        var all = kilograms(1_000);
        var trader = Farm.PARTNER;
        append(lot, new LotDrawn(lot, shipment.value(), all, Mass.ZERO, on("29-04")));
        append(
                shipment,
                new ShipmentDispatched(
                        shipment, cooperative, "Thương lái", trader, null, List.of(new Line(lot, all)), on("29-04")));
        append(lot, new LotHandedOver(lot, shipment, trader, there, all, all, on("30-04")));
        append(
                there,
                new LotReceived(
                        there,
                        trader,
                        shipment,
                        lot,
                        all,
                        new Goods(Farm.PADDY, percent("14"), null, null, Pedigree.of(on("24-04"))),
                        null,
                        on("30-04")));
        append(
                shipment,
                new ShipmentReceived(
                        shipment,
                        trader,
                        List.of(new ReceivedLine(lot, all, all, there)),
                        List.of(),
                        "kho-1",
                        on("30-04")));
    }

    private void append(Object aggregate, Object event) {
        var id = aggregate.toString();
        var sequence = sequences.merge(id, 1L, Long::sum) - 1;
        DomainEventMessage<?> message =
                new GenericDomainEventMessage<>(id.substring(0, id.indexOf('-')), id, sequence, event);
        engine.appendEvents(List.of(message));
    }

    private static Stamp stamp() {
        var key = UUID.randomUUID().toString();
        return Stamp.of("benchmark", key, key.getBytes(StandardCharsets.UTF_8), "benchmark");
    }
}
