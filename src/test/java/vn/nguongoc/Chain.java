package vn.nguongoc;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.nguongoc.Api.Answer;

/** Goods on their way from organisation to organisation, over HTTP. */
public final class Chain {
    private final Api api;

    public Chain(Api api) {
        this.api = api;
    }

    /** A trader, a processor … of its own for a test. */
    public String partner(String kind) {
        return api.post("/api/partners", """
                {'name':'Đối tác (thử)','kind':'%s','happenedAt':'2026-01-01T08:00:00+07:00'}""".formatted(kind)).created();
    }

    /** So many kilograms of paddy in a lot of a cooperative. */
    public String paddy(String cooperative, String kilograms) {
        return api.harvest(cooperative, api.sownPlot(cooperative), kilograms).created();
    }

    /** Part of a lot, on its way to somebody who takes part, since 20 May. */
    public Answer send(String from, String to, String lot, String kilograms) {
        return api.post("/api/shipments", """
                {'organisation':'%s','receiver':'%s','lines':[{'lot':'%s','quantity':{'value':'%s','unit':'kg'}}],
                 'happenedAt':'2026-05-20T08:00:00+07:00'}""".formatted(from, to, lot, kilograms));
    }

    /** Part of a lot, sold to somebody who takes no part. */
    public Answer sell(String from, String lot, String kilograms) {
        return api.post("/api/shipments", """
                {'organisation':'%s','to':'Siêu thị','lines':[{'lot':'%s','quantity':{'value':'%s','unit':'kg'}}],
                 'happenedAt':'2026-05-20T08:00:00+07:00'}""".formatted(from, lot, kilograms));
    }

    /** So many kilograms arrived of the one lot on board, on 21 May. */
    public Answer receive(String who, String shipment, String lot, String kilograms) {
        return api.post("/api/shipments/" + shipment + "/receipts", """
                {'organisation':'%s','lines':[{'lot':'%s','quantity':{'value':'%s','unit':'kg'}}],'by':'kho-1',
                 'happenedAt':'2026-05-21T08:00:00+07:00'}""".formatted(who, lot, kilograms));
    }

    /** Sends so many kilograms and lets so many arrive; the lot that they are there. */
    public String handOver(String from, String to, String lot, String sent, String received) {
        var shipment = send(from, to, lot, sent).created();
        return only(receive(to, shipment, lot, received));
    }

    /** The lot that a receipt of one line made. */
    public static String only(Answer receipt) {
        receipt.created();
        return receipt.json().at("/lots/0/as").stringValue();
    }

    /** Makes lots of their own of parts of so many kilograms. */
    public Answer split(String organisation, String lot, List<String> kilograms) {
        var portions = kilograms.stream()
                .map("{'quantity':{'value':'%s','unit':'kg'}}"::formatted)
                .collect(Collectors.joining(","));
        return api.post("/api/lots/" + lot + "/splits", """
                {'organisation':'%s','portions':[%s],'happenedAt':'2026-05-25T08:00:00+07:00'}""".formatted(organisation, portions));
    }

    /** Recalls lots on 1 June. */
    public Answer recall(String organisation, String... lots) {
        return api.post("/api/recalls", """
                {'organisation':'%s','lots':[%s],'reason':'dư lượng vượt mức','by':'qc-1',
                 'happenedAt':'2026-06-01T08:00:00+07:00'}""".formatted(
                        organisation, Stream.of(lots).map("'%s'"::formatted).collect(Collectors.joining(","))));
    }
}
