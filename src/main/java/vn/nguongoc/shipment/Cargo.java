package vn.nguongoc.shipment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.nguongoc.catalogue.Limits;
import vn.nguongoc.shared.Flag;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.shipment.ShipmentCommand.Arrival;
import vn.nguongoc.shipment.event.ShipmentEvent.Line;
import vn.nguongoc.shipment.event.ShipmentEvent.ReceivedLine;

/** What is on board, and what came of it. */
record Cargo(List<Line> lines) {
    /** So that what arrived, with a doubt about every line, is one entry of the log: 65,535 bytes. */
    static final int MOST_LOTS = 150;

    Cargo {
        lines = List.copyOf(lines);
    }

    /**
     * @param confirmed whether somebody will say what arrived
     * @throws Refused if a lot stands on two lines, or there are more than a receipt can tell of
     */
    void refuseUnlessReceivable(boolean confirmed) {
        var seen = new HashSet<LotId>();
        for (var line : lines) {
            if (!seen.add(line.lot())) {
                throw new Refused(new ShipmentRefusal.LotTwice(line.lot()));
            }
        }
        if (confirmed && lines.size() > MOST_LOTS) {
            throw new Refused(new ShipmentRefusal.TooManyLots(lines.size(), MOST_LOTS));
        }
    }

    /** @throws Refused if its lot is not */
    void refuseUnlessOnBoard(Line line) {
        if (!lots().contains(line.lot())) {
            throw new Refused(new ShipmentRefusal.NotOnBoard(line.lot(), lots()));
        }
    }

    /**
     * What arrived, beside what was sent, in the order of the lots' ids.
     *
     * @throws Refused if the arrivals are not those of the lots on board, each once
     */
    List<ReceivedLine> received(List<Arrival> arrivals) {
        var told = arrivals.stream().map(Arrival::lot).sorted(BY_ID).toList();
        if (!told.equals(lots())) {
            throw new Refused(new ShipmentRefusal.LinesDiffer(told, lots()));
        }
        Map<String, Mass> sent = lines.stream()
                .collect(Collectors.toMap(line -> line.lot().value(), Line::quantity, Mass::plus, TreeMap::new));
        return arrivals.stream()
                .sorted(Comparator.comparing(Arrival::lot, BY_ID))
                .map(it -> line(it, sent.getOrDefault(it.lot().value(), Mass.ZERO)))
                .toList();
    }

    private static ReceivedLine line(Arrival arrival, Mass sent) {
        var nothing = arrival.received().isZero();
        return new ReceivedLine(arrival.lot(), sent, arrival.received(), nothing ? null : arrival.as());
    }

    /** One for each line of which more than usual was lost on the way. */
    static List<Flag> doubts(List<ReceivedLine> lines, Limits lossPercent) {
        return lines.stream()
                .flatMap(line -> lossPercent.doubt("transit-loss", line.lot().value(), lostPercent(line)).stream())
                .toList();
    }

    /** Rounded up, so that a gram past the limit is past it. */
    private static BigDecimal lostPercent(ReceivedLine line) {
        var lost = line.sent().grams() - line.received().grams();
        return BigDecimal.valueOf(lost)
                .movePointRight(2)
                .divide(BigDecimal.valueOf(line.sent().grams()), 2, RoundingMode.CEILING);
    }

    private static final Comparator<LotId> BY_ID = Comparator.comparing(LotId::value);

    private List<LotId> lots() {
        return lines.stream().map(Line::lot).sorted(BY_ID).toList();
    }
}
