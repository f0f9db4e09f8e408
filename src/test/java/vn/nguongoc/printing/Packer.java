package vn.nguongoc.printing;

import java.util.UUID;
import vn.nguongoc.Api;
import vn.nguongoc.Api.Answer;

/** A cooperative that packs ST25 and prints labels, over HTTP: packed on 18 May, labelled from 19 May on. */
public final class Packer {
    private final Api api;
    private final String cooperative;
    private final String plot;

    /** With a sown plot. */
    public Packer(Api api) {
        this.api = api;
        this.cooperative = api.cooperative();
        this.plot = api.sownPlot(cooperative);
    }

    public String cooperative() {
        return cooperative;
    }

    /** A lot that is not packed. */
    String paddy() {
        return api.harvest(cooperative, plot, "10").created();
    }

    /** A lot of 120 kg in units of so many kilograms. */
    public Packed packed(String unitKilograms) {
        var paddy = api.harvest(cooperative, plot, "200").created();
        var head = only(step("milling", paddy, "200", """
                {'product':'head-rice-st25','quantity':{'value':'120','unit':'kg'}},
                {'product':'husk','quantity':{'value':'80','unit':'kg'}}"""));
        var graded = only(step("grading", head, "120", """
                {'product':'graded-rice-st25','quantity':{'value':'120','unit':'kg'}}"""));
        var number = "T-" + UUID.randomUUID().toString().substring(0, 13);
        var packing = step("packing", graded, "120", """
                {'product':'packed-rice-st25','quantity':{'value':'120','unit':'kg'},
                 'item':{'gtin':'9520001000010','number':'%s','unit':{'value':'%s','unit':'kg'},'bestBefore':'2027-05-18'}}""".formatted(number, unitKilograms));
        return new Packed(only(packing), number, packing.header("Log-Position"));
    }

    /**
     * @param number of the lot
     * @param position in the log
     */
    public record Packed(String lot, String number, String position) {
        public String path() {
            return "/01/09520001000010/10/" + number;
        }
    }

    private Answer step(String kind, String lot, String kilograms, String outputs) {
        var step = api.post("/api/steps", """
                {'organisation':'%s','kind':'%s','inputs':[{'lot':'%s','quantity':{'value':'%s','unit':'kg'}}],
                 'outputs':[%s],'happenedAt':'2026-05-18T08:00:00+07:00'}""".formatted(cooperative, kind, lot, kilograms, outputs));
        step.created();
        return step;
    }

    private static String only(Answer step) {
        return step.json().get("lots").get(0).stringValue();
    }

    String ordering(String lot, String kind, int count, String preset) {
        return """
                {'organisation':'%s','lot':'%s','kind':'%s','count':'%d','preset':'%s','by':'kho-1',
                 'happenedAt':'2026-05-19T08:00:00+07:00'}""".formatted(cooperative, lot, kind, count, preset);
    }

    /** So many labels on A4 sheets, {@code units} or {@code lot}. */
    public Answer order(String lot, String kind, int count) {
        return api.post("/api/label-runs", ordering(lot, kind, count, "a4-24"));
    }

    /** Says something of labels of a run: {@code activations}, {@code voids}, {@code reprints}. */
    public Answer say(String run, String what, String labels) {
        return api.post("/api/label-runs/" + run + "/" + what, """
                {'organisation':'%s','labels':'%s','reason':'thử','by':'kho-1',
                 'happenedAt':'2026-05-19T09:00:00+07:00'}""".formatted(cooperative, labels));
    }

    Answer cancel(String run) {
        return api.post("/api/label-runs/" + run + "/cancellations", """
                {'organisation':'%s','reason':'nhầm khổ giấy','by':'kho-1',
                 'happenedAt':'2026-05-19T08:00:01+07:00'}""".formatted(cooperative));
    }
}
