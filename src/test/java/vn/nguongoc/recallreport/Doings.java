package vn.nguongoc.recallreport;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import vn.nguongoc.Api;
import vn.nguongoc.Api.Answer;
import vn.nguongoc.Chain;

/** What people do to lots of paddy, drawn by lot: whatever is refused was not done. */
final class Doings {
    /** A lot that somebody has some of. */
    private record Lot(String id, String holder) {}

    private final Api api;
    private final Chain chain;
    private final String cooperative;
    private final String trader;
    private final Random dice;
    private final List<Lot> lots = new ArrayList<>();

    Doings(Api api, Chain chain, String cooperative, String trader, List<String> paddy, Random dice) {
        this.api = api;
        this.chain = chain;
        this.cooperative = cooperative;
        this.trader = trader;
        this.dice = dice;
        paddy.forEach(lot -> lots.add(new Lot(lot, cooperative)));
    }

    void some(int many) {
        for (int i = 0; i < many; i++) {
            one();
        }
    }

    private void one() {
        var lot = lots.get(dice.nextBoolean() ? 0 : dice.nextInt(lots.size()));
        var kilograms = String.valueOf(BigDecimal.valueOf(1000 + dice.nextInt(100_000), 3));
        switch (dice.nextInt(8)) {
            case 0, 1 -> keep(chain.split(lot.holder(), lot.id(), List.of(kilograms, "1.5")), lot.holder(), "/lots/0");
            case 2 -> chain.sell(lot.holder(), lot.id(), kilograms);
            case 3 -> chain.send(lot.holder(), other(lot.holder()), lot.id(), kilograms);
            case 4 -> handOver(lot, kilograms);
            case 5 -> keep(store(lot, kilograms), lot.holder(), "/lots/0");
            case 6 -> lose(lot, kilograms, "disposal", "destroyed");
            default -> lose(lot, kilograms, "sampling", "sample");
        }
    }

    private String other(String holder) {
        return holder.equals(cooperative) ? trader : cooperative;
    }

    /** Sometimes less arrives, sometimes a little more, sometimes nothing. */
    private void handOver(Lot lot, String sent) {
        var shipment = chain.send(lot.holder(), other(lot.holder()), lot.id(), sent);
        if (shipment.status() != 201) {
            return;
        }
        var arrived = switch (dice.nextInt(4)) {
            case 0 -> "0";
            case 1 -> new BigDecimal(sent).subtract(new BigDecimal("0.25")).toString();
            case 2 -> new BigDecimal(sent).add(new BigDecimal("0.002")).toString();
            default -> sent;
        };
        var receipt = chain.receive(other(lot.holder()), shipment.created(), lot.id(), arrived);
        if (!arrived.equals("0")) {
            keep(receipt, other(lot.holder()), "/lots/0/as");
        }
    }

    /** With some of another lot of the same holder, and a little lost, or gone from the scales. */
    private Answer store(Lot lot, String kilograms) {
        var with = lots.stream()
                .filter(it -> it.holder().equals(lot.holder()) && !it.equals(lot))
                .skip(dice.nextInt(3))
                .findFirst()
                .map(it -> ",{'lot':'%s','quantity':{'value':'1','unit':'kg'}}".formatted(it.id()))
                .orElse("");
        var all = new BigDecimal(kilograms).add(with.isEmpty() ? BigDecimal.ZERO : BigDecimal.ONE);
        var out = all.subtract(new BigDecimal("0.101")).add(BigDecimal.valueOf(dice.nextInt(3) - 1, 3));
        return api.post("/api/steps", """
                {'organisation':'%s','kind':'storage','inputs':[{'lot':'%s','quantity':{'value':'%s','unit':'kg'}}%s],
                 'outputs':[{'product':'paddy-st25','quantity':{'value':'%s','unit':'kg'}}],
                 'losses':[{'kind':'storage','quantity':{'value':'0.101','unit':'kg'}}],'happenedAt':'%s'}""".formatted(lot.holder(), lot.id(), kilograms, with, out, chain.now()));
    }

    private void lose(Lot lot, String kilograms, String kind, String loss) {
        api.post("/api/steps", """
                {'organisation':'%s','kind':'%s','inputs':[{'lot':'%s','quantity':{'value':'%s','unit':'kg'}}],'outputs':[],
                 'losses':[{'kind':'%s','quantity':{'value':'%s','unit':'kg'}}],'happenedAt':'%s'}""".formatted(lot.holder(), kind, lot.id(), kilograms, loss, kilograms, chain.now()));
    }

    private void keep(Answer made, String holder, String where) {
        if (made.status() == 201) {
            lots.add(new Lot(made.json().at(where).stringValue(), holder));
        }
    }
}
