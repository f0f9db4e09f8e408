package vn.nguongoc.recallreport;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.EventStore;
import vn.nguongoc.lot.event.LotEvent.Begun;
import vn.nguongoc.lot.event.LotEvent.LotCorrected;
import vn.nguongoc.lot.event.LotEvent.LotDrawn;
import vn.nguongoc.lot.event.LotEvent.LotHandedOver;
import vn.nguongoc.lot.event.LotEvent.LotHarvested;
import vn.nguongoc.lot.event.LotEvent.LotProduced;
import vn.nguongoc.lot.event.LotEvent.LotReceived;
import vn.nguongoc.lot.event.LotEvent.LotSplit;
import vn.nguongoc.lot.event.LotEvent.LotSplitOff;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.ShipmentId;
import vn.nguongoc.shared.StepId;
import vn.nguongoc.shipment.event.ShipmentEvent.ShipmentDispatched;
import vn.nguongoc.shipment.event.ShipmentEvent.ShipmentReceived;
import vn.nguongoc.step.event.StepEvent.Input;
import vn.nguongoc.step.event.StepEvent.Loss;
import vn.nguongoc.step.event.StepEvent.Output;
import vn.nguongoc.step.event.StepEvent.StepCorrected;
import vn.nguongoc.step.event.StepEvent.StepRecorded;

/** Works out from the events alone, in grams, what a report of a recall has to say; it knows no view and no walk. */
public final class Auditor {
    private static final String SHIPMENT = "ship-";

    private record Aboard(LotId lot, ShipmentId shipment) {}

    private record Run(List<Input> inputs, Map<LotId, Long> outputs, List<Loss> losses) {}

    private final Map<LotId, Long> quantities = new LinkedHashMap<>();
    private final Map<LotId, OrganisationId> holders = new HashMap<>();
    private final Map<LotId, Long> left = new HashMap<>();
    private final Map<LotId, Set<LotId>> madeOf = new HashMap<>();
    private final Map<Aboard, Long> aboard = new HashMap<>();
    private final Map<LotId, List<Long>> lostOnTheWay = new HashMap<>();
    private final Map<StepId, Run> steps = new HashMap<>();
    private final Set<ShipmentId> toTakers = new HashSet<>();
    private final Set<Aboard> notArrived = new HashSet<>();

    public static Auditor of(EventStore log) throws InterruptedException {
        return of(log, Long.MAX_VALUE);
    }

    /** @param last position that the auditor reads */
    static Auditor of(EventStore log, long last) throws InterruptedException {
        var auditor = new Auditor();
        try (var stream = log.openStream(null)) {
            while (stream.hasNextAvailable()) {
                var event = stream.nextAvailable();
                if (event.trackingToken().position().orElseThrow() <= last) {
                    auditor.enter(event.getPayload());
                }
            }
        }
        return auditor;
    }

    private void enter(Object event) {
        switch (event) {
            case LotHarvested it -> begin(it, it.cooperative(), Set.of());
            case LotProduced it -> begin(it, it.organisation(), Set.of());
            case LotSplitOff it -> begin(it, it.organisation(), Set.of(it.from()));
            case LotReceived it -> begin(it, it.organisation(), Set.of(it.from()));
            case LotDrawn it -> {
                left.put(it.lot(), it.left().grams());
                if (it.by().startsWith(SHIPMENT)) {
                    aboard.put(
                            new Aboard(it.lot(), new ShipmentId(it.by())),
                            it.quantity().grams());
                }
            }
            case LotSplit it -> left.put(it.lot(), it.left().grams());
            case LotHandedOver it -> {
                aboard.remove(new Aboard(it.lot(), it.shipment()));
                lostOnTheWay
                        .computeIfAbsent(it.lot(), lot -> new ArrayList<>())
                        .add(it.sent().grams() - it.received().grams());
            }
            case LotCorrected it
            when it.field().equals("quantity") -> {
                quantities.put(
                        it.lot(), new BigDecimal(it.after()).movePointRight(3).longValueExact());
                left.put(it.lot(), it.left().grams());
            }
            case StepRecorded it -> record(it);
            case StepCorrected it ->
                steps.computeIfPresent(it.step(), (id, was) -> {
                    var outputs = new HashMap<>(was.outputs());
                    it.outputs()
                            .forEach(
                                    out -> outputs.put(out.lot(), out.quantity().grams()));
                    return new Run(was.inputs(), outputs, it.losses());
                });
            case ShipmentDispatched it when it.receiver() != null -> toTakers.add(it.shipment());
            case ShipmentReceived it ->
                it.lines().stream()
                        .filter(line -> line.receivedAs() == null)
                        .forEach(line -> notArrived.add(new Aboard(line.lot(), it.shipment())));
            default -> {}
        }
    }

    private void begin(Begun event, OrganisationId holder, Set<LotId> sources) {
        holders.put(event.lot(), holder);
        quantities.put(event.lot(), event.quantity().grams());
        left.put(event.lot(), event.quantity().grams());
        madeOf.computeIfAbsent(event.lot(), it -> new HashSet<>()).addAll(sources);
    }

    private void record(StepRecorded event) {
        var outputs = new HashMap<LotId, Long>();
        event.outputs().forEach(it -> outputs.put(it.lot(), it.quantity().grams()));
        steps.put(event.step(), new Run(event.inputs(), outputs, event.losses()));
        var sources = event.inputs().stream().map(Input::lot).toList();
        event.outputs().stream()
                .map(Output::lot)
                .forEach(lot ->
                        madeOf.computeIfAbsent(lot, it -> new HashSet<>()).addAll(sources));
    }

    /** All lots, in the order in which they began. */
    public List<LotId> lots() {
        return List.copyOf(quantities.keySet());
    }

    /** Who has it. */
    public OrganisationId holder(LotId lot) {
        return Objects.requireNonNull(holders.get(lot));
    }

    /** These and everything made of them. */
    public Set<LotId> reached(Collection<LotId> named) {
        var reached = new LinkedHashSet<>(named);
        var before = 0;
        while (before < reached.size()) {
            before = reached.size();
            madeOf.forEach((lot, sources) -> {
                if (sources.stream().anyMatch(reached::contains)) {
                    reached.add(lot);
                }
            });
        }
        return reached;
    }

    /** The mass balance of all holders together. */
    public Map<Account, Long> balance(Collection<LotId> named) {
        var reached = reached(named);
        var sums = new EnumMap<Account, Long>(Account.class);
        reached.stream()
                .filter(lot -> madeOf.getOrDefault(lot, Set.of()).stream().noneMatch(reached::contains))
                .forEach(lot -> add(sums, Account.STARTED, quantities.getOrDefault(lot, 0L)));
        reached.forEach(lot -> {
            add(sums, Account.IN_STOCK, left.getOrDefault(lot, 0L));
            lostOnTheWay.getOrDefault(lot, List.of()).forEach(grams -> difference(sums, grams));
        });
        aboard.forEach((where, grams) -> {
            if (reached.contains(where.lot())) {
                add(sums, account(where), grams);
            }
        });
        steps.values().stream()
                .filter(run -> run.inputs().stream().map(Input::lot).anyMatch(reached::contains))
                .forEach(run -> step(sums, run, reached));
        return sums;
    }

    private Account account(Aboard where) {
        if (notArrived.contains(where)) {
            return Account.MISSING;
        }
        return toTakers.contains(where.shipment()) ? Account.ON_THE_WAY : Account.OUTSIDE;
    }

    private static void step(Map<Account, Long> sums, Run run, Set<LotId> reached) {
        var in = 0L;
        for (var input : run.inputs()) {
            in += input.quantity().grams();
            if (!reached.contains(input.lot())) {
                add(sums, Account.MIXED_IN, input.quantity().grams());
            }
        }
        for (var loss : run.losses()) {
            in -= loss.quantity().grams();
            var account = switch (loss.kind()) {
                case "destroyed" -> Account.DESTROYED;
                case "sample" -> Account.SAMPLED;
                case "unexplained" -> Account.MISSING;
                default -> Account.LOST;
            };
            add(sums, account, loss.quantity().grams());
        }
        difference(
                sums,
                in - run.outputs().values().stream().mapToLong(Long::longValue).sum());
    }

    private static void difference(Map<Account, Long> sums, long missing) {
        add(sums, missing > 0 ? Account.MISSING : Account.GAINED, Math.abs(missing));
    }

    private static void add(Map<Account, Long> sums, Account account, long grams) {
        if (grams != 0) {
            sums.merge(account, grams, Long::sum);
        }
    }
}
