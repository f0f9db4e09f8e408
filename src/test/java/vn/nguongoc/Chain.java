package vn.nguongoc;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.nguongoc.Api.Answer;

/** Goods on their way from organisation to organisation, over HTTP: from 20 May on, each leg of it a day later. */
public final class Chain {
    private final Api api;
    private LocalDate today = LocalDate.of(2026, 5, 19);

    public Chain(Api api) {
        this.api = api;
    }

    private String tomorrow() {
        today = today.plusDays(1);
        return now();
    }

    /** Eight in the morning of the day that it is. */
    public String now() {
        return today + "T08:00:00+07:00";
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

    /** Part of a lot, on its way to somebody who takes part. */
    public Answer send(String from, String to, String lot, String kilograms) {
        return api.post("/api/shipments", """
                {'organisation':'%s','receiver':'%s','lines':[{'lot':'%s','quantity':{'value':'%s','unit':'kg'}}],
                 'happenedAt':'%s'}""".formatted(from, to, lot, kilograms, tomorrow()));
    }

    /** Part of a lot, sold to somebody who takes no part. */
    public Answer sell(String from, String lot, String kilograms) {
        return api.post("/api/shipments", """
                {'organisation':'%s','to':'Siêu thị','lines':[{'lot':'%s','quantity':{'value':'%s','unit':'kg'}}],
                 'happenedAt':'%s'}""".formatted(from, lot, kilograms, now()));
    }

    /** So many kilograms arrived of the one lot on board. */
    public Answer receive(String who, String shipment, String lot, String kilograms) {
        return api.post("/api/shipments/" + shipment + "/receipts", """
                {'organisation':'%s','lines':[{'lot':'%s','quantity':{'value':'%s','unit':'kg'}}],'by':'kho-1',
                 'happenedAt':'%s'}""".formatted(who, lot, kilograms, tomorrow()));
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
                {'organisation':'%s','portions':[%s],'happenedAt':'%s'}""".formatted(organisation, portions, now()));
    }

    /** Recalls lots that it holds. */
    public Answer recall(String organisation, String... lots) {
        return api.post("/api/recalls", """
                {'organisation':'%s','lots':[%s],'reason':'dư lượng vượt mức','by':'qc-1',
                 'happenedAt':'%s'}""".formatted(
                        organisation, Stream.of(lots).map("'%s'"::formatted).collect(Collectors.joining(",")), now()));
    }
}
