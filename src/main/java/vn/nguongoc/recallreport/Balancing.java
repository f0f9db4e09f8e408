package vn.nguongoc.recallreport;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.recallreport.RecallReport.Gone;
import vn.nguongoc.recallreport.RecallReport.Holder;
import vn.nguongoc.recallreport.RecallReport.Loss;
import vn.nguongoc.recallreport.RecallReport.Lot;
import vn.nguongoc.recallreport.RecallReport.Recipient;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.ShipmentId;
import vn.nguongoc.trace.Trace;

/**
 * Works out from a trace forward what became of each lot, and each holder's accounts. Every gram is entered where it is
 * met: lots where they begin, outflows where they leave, steps by what they lost.
 */
final class Balancing {
    private final Trace trace;
    private final Map<String, Trace.Lot> lots = new HashMap<>();
    private final Map<ShipmentId, Trace.Shipment> shipments = new HashMap<>();
    private final Map<String, Sums<Fate>> fates = new HashMap<>();
    private final Map<String, List<Gone>> gone = new HashMap<>();
    private final Map<String, OrganisationId> doers = new HashMap<>();
    private final Map<OrganisationId, Sums<Account>> accounts = new LinkedHashMap<>();
    private final Map<String, Mass> losses = new TreeMap<>();

    /** @param trace forward, from all lots that are recalled */
    Balancing(Trace trace) {
        this.trace = trace;
        trace.lots().forEach(lot -> lots.put(lot.id().value(), lot));
        trace.shipments().forEach(shipment -> shipments.put(shipment.id(), shipment));
        enterBeginnings();
        enterWays();
        trace.steps().forEach(this::enterStep);
        trace.ends().forEach(this::enterEnd);
        trace.lots().forEach(this::enterRest);
    }

    // ---- entering

    /** What no way leads to, from a lot of this recall, is what it begins with. */
    private void enterBeginnings() {
        var made = trace.edges().stream().map(Trace.Edge::to).collect(Collectors.toCollection(HashSet::new));
        trace.lots().stream()
                .filter(lot -> !made.contains(lot.id().value()))
                .forEach(lot -> enter(lot.holder(), Account.STARTED, lot.quantity()));
    }

    private void enterWays() {
        Set<String> fruitless = trace.steps().stream()
                .filter(step -> step.out().isZero())
                .map(step -> step.id().value())
                .collect(Collectors.toSet());
        for (var edge : trace.edges()) {
            switch (edge.way()) {
                case IN -> {
                    doers.put(edge.to(), holder(edge.from()));
                    leave(edge, fruitless.contains(edge.to()) ? Fate.USED_UP : Fate.PROCESSED);
                }
                case SPLIT -> leave(edge, Fate.SPLIT);
                case HAND_OVER -> handOver(edge);
                case HARVEST, OUT, SHIPMENT -> {} // a beginning, a step's outcome, an end: entered as such
            }
        }
    }

    private void leave(Trace.Edge edge, Fate fate) {
        fates.merge(edge.from(), Sums.of(fate, edge.quantity()), Sums::plus);
    }

    /** What was weighed on arrival changed hands; what that differs by is the sender's. */
    private void handOver(Trace.Edge edge) {
        leave(edge, Fate.HANDED_OVER);
        var received = edge.received() == null ? edge.quantity() : edge.received();
        var sender = holder(edge.from());
        enter(sender, Account.HANDED_OVER, received);
        enter(holder(edge.to()), Account.RECEIVED, received);
        enterDifference(sender, edge.quantity(), received);
    }

    private void enterStep(Trace.Step step) {
        var doer = doers.get(step.id().value());
        if (doer == null) {
            return; // of a step without any lot of this recall nothing is told here
        }
        var others = step.otherInputs();
        if (others != null) {
            enter(doer, Account.MIXED_IN, others.quantity());
        }
        for (var loss : step.losses()) {
            enter(doer, Account.ofLoss(loss.kind()), loss.quantity());
            losses.merge(loss.kind(), loss.quantity(), Mass::plus);
        }
        var lost = Mass.sum(step.losses().stream().map(it -> it.quantity()).toList());
        enterDifference(doer, step.in(), step.out().plus(lost));
        var unknown = step.otherOutputs();
        if (unknown != null) {
            enter(doer, Account.MISSING, unknown.quantity());
        }
    }

    private void enterDifference(OrganisationId holder, Mass before, Mass after) {
        if (after.isMoreThan(before)) {
            enter(holder, Account.GAINED, after.minus(before));
        } else {
            enter(holder, Account.MISSING, before.minus(after));
        }
    }

    private void enterEnd(Trace.End end) {
        var lot = end.lot().value();
        var holder = holder(lot);
        switch (end.kind()) {
            case IN_STOCK -> {
                fates.merge(lot, Sums.of(Fate.IN_STOCK, end.quantity()), Sums::plus);
                enter(holder, Account.IN_STOCK, end.quantity());
            }
            case SHIPPED -> enterGone(end, holder, Fate.OUTSIDE, Account.OUTSIDE);
            case ON_THE_WAY -> enterGone(end, holder, Fate.ON_THE_WAY, Account.ON_THE_WAY);
            case NOT_ARRIVED -> enterGone(end, holder, Fate.NOT_ARRIVED, Account.MISSING);
            case IN_PROCESS, UNKNOWN_ORIGIN -> {} // the first is a rest, the second no end forward
        }
    }

    private void enterGone(Trace.End end, OrganisationId holder, Fate fate, Account account) {
        var lot = end.lot().value();
        var shipment = end.shipment() == null ? null : shipments.get(end.shipment());
        if (shipment == null) {
            return; // nobody has told yet to whom: a rest
        }
        fates.merge(lot, Sums.of(fate, end.quantity()), Sums::plus);
        enter(holder, account, end.quantity());
        gone.computeIfAbsent(lot, it -> new ArrayList<>())
                .add(new Gone(
                        fate,
                        shipment.id(),
                        shipment.to(),
                        shipment.receiver(),
                        end.quantity(),
                        shipment.fact().happenedAt()));
    }

    /** What left a lot in a record of which the rest lies behind the position. */
    private void enterRest(Trace.Lot lot) {
        var told = fates(lot.id().value()).all();
        if (lot.quantity().isMoreThan(told)) {
            var rest = lot.quantity().minus(told);
            fates.merge(lot.id().value(), Sums.of(Fate.UNTOLD, rest), Sums::plus);
            enter(lot.holder(), Account.MISSING, rest);
        }
    }

    private void enter(OrganisationId holder, Account account, Mass mass) {
        accounts.merge(holder, Sums.of(account, mass), Sums::plus);
    }

    private OrganisationId holder(String lot) {
        var known = lots.get(lot);
        if (known == null) {
            throw new IllegalStateException("a way from or to " + lot + ", which is not in the trace");
        }
        return known.holder();
    }

    private Sums<Fate> fates(String lot) {
        return fates.getOrDefault(lot, Sums.none());
    }

    // ---- telling

    /** All holders together. */
    Sums<Account> total() {
        Sums<Account> all = accounts.values().stream().reduce(Sums.none(), Sums::plus);
        return all.without(Account::isBetweenHolders);
    }

    List<Holder> holders() {
        var names = new HashMap<OrganisationId, @Nullable String>();
        trace.lots().forEach(lot -> names.put(lot.holder(), lot.holderName()));
        var counts = trace.lots().stream().collect(Collectors.groupingBy(Trace.Lot::holder, Collectors.counting()));
        return accounts.entrySet().stream()
                .map(it -> new Holder(
                        it.getKey(),
                        names.get(it.getKey()),
                        counts.getOrDefault(it.getKey(), 0L).intValue(),
                        it.getValue()))
                .sorted(Comparator.comparing((Holder it) -> it.balance().at(Account.IN_STOCK))
                        .reversed()
                        .thenComparing(it -> it.organisation().value()))
                .toList();
    }

    List<Loss> losses() {
        return losses.entrySet().stream()
                .map(it -> new Loss(it.getKey(), it.getValue()))
                .toList();
    }

    /** The same business is known by its name and, where it takes part, by its id. */
    private record To(Fate where, String name, @Nullable OrganisationId organisation) {}

    List<Recipient> recipients() {
        return gone.values().stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(it -> new To(it.where(), it.to(), it.organisation())))
                .entrySet()
                .stream()
                .map(it -> new Recipient(
                        it.getKey().where(),
                        it.getKey().name(),
                        it.getKey().organisation(),
                        (int) it.getValue().stream()
                                .map(Gone::shipment)
                                .distinct()
                                .count(),
                        Mass.sum(it.getValue().stream().map(Gone::quantity).toList())))
                .sorted(Comparator.comparing(Recipient::quantity)
                        .reversed()
                        .thenComparing(Recipient::to)
                        .thenComparing(Recipient::where))
                .toList();
    }

    /** @param recovered of each lot; absent for a mock recall */
    List<Lot> lots(@Nullable Map<LotId, Mass> recovered) {
        return trace.lots().stream()
                .map(lot -> new Lot(
                        lot.id(),
                        lot.label(),
                        lot.product(),
                        lot.holder(),
                        lot.holderName(),
                        lot.generation() == 0,
                        lot.generation(),
                        lot.quantity(),
                        fates(lot.id().value()),
                        List.copyOf(gone.getOrDefault(lot.id().value(), List.of())),
                        lot.held(),
                        lot.recalled(),
                        recovered == null ? null : recovered.getOrDefault(lot.id(), Mass.ZERO)))
                .toList();
    }
}
