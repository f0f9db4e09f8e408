package vn.nguongoc.doors;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/** A body for every address that records: it can be read, which is all that the doors take of it. */
final class Bodies {
    private static final String AT = "'happenedAt':'2026-06-01T08:00:00+07:00'";
    private static final String BY = "'by':'<by>',";
    private static final String KG = "{'value':'1','unit':'kg'}";
    private static final String LINES = "'lines':[{'lot':'<lot>','quantity':" + KG + "}],";

    /** By address; {@code <…>} stands for things of the household. */
    private static final Map<String, String> JSON = Map.ofEntries(
            Map.entry("/account/passkeys/new", "{'name':'X','answer':{}}"),
            Map.entry("/api/people", "{'code':'X-1','duty':'recorder','organisation':'<organisation>'}"),
            Map.entry("/api/people/{id}/duties", "{'duty':'carrier','organisation':'<organisation>'}"),
            Map.entry(
                    "/api/people/{id}/duties/withdrawals",
                    "{'duty':'carrier','organisation':'<organisation>','reason':'x'}"),
            Map.entry("/api/people/{id}/invitations", "{'organisation':'<organisation>'}"),
            Map.entry("/api/people/{id}/leavings", "{'reason':'x'}"),
            Map.entry(
                    "/api/keys",
                    "{'organisation':'<organisation>','duties':['recorder'],'verbs':['read'],'expiresAt':'2099-01-01T00:00:00Z'}"),
            Map.entry("/api/keys/{id}/revocations", "{'organisation':'<organisation>','reason':'x'}"),
            Map.entry("/api/cooperatives", "{'name':'X','gln':'9520001009013','ward':'none'," + AT + "}"),
            Map.entry("/api/partners", "{'name':'X','kind':'trader','ward':'none'," + AT + "}"),
            Map.entry(
                    "/api/{holders:cooperatives|partners}/{id}/certificates",
                    "{'scheme':'none','number':'1','certifier':'X','products':['paddy-st25'],'validFrom':'2026-01-01','validUntil':'2027-01-01',"
                            + AT + "}"),
            Map.entry(
                    "/api/{holders:cooperatives|partners}/{id}/certificates/withdrawals",
                    "{'scheme':'none','number':'1','from':'2026-06-01','reason':'x'," + AT + "}"),
            Map.entry(
                    "/api/seed-lots",
                    "{'cooperative':'<organisation>','number':'X','product':'none','quantity':" + KG
                            + ",'supplier':'X'," + AT + "}"),
            Map.entry(
                    "/api/seed-lots/{cooperative}/{number}/tests",
                    "{'pathogens':['wssv'],'outcome':'NEGATIVE','sampledOn':'2026-05-01'," + AT + "}"),
            Map.entry(
                    "/api/plots",
                    "{'cooperative':'<organisation>','code':'P2','kind':'none','area':{'value':'1','unit':'ha'},'ward':'none',"
                            + AT + "}"),
            Map.entry(
                    "/api/plots/{id}/cycles",
                    "{'cooperative':'<organisation>','product':'none','season':'dong-xuan'," + AT + "}"),
            Map.entry(
                    "/api/plots/{id}/activities",
                    "{'cooperative':'<organisation>','kind':'none','fields':{}," + AT + "}"),
            Map.entry(
                    "/api/plots/{id}/activities/{number}/corrections",
                    "{'cooperative':'<organisation>','reason':'x'," + BY + AT + "}"),
            Map.entry(
                    "/api/plots/{id}/water-readings",
                    "{'cooperative':'<organisation>','readings':[{'at':'2026-06-01T08:00:00+07:00','values':{'none':'1'}}]}"),
            Map.entry(
                    "/api/plots/{id}/harvest-authorisations",
                    "{'cooperative':'<organisation>','reason':'x'," + BY + AT + "}"),
            Map.entry(
                    "/api/plots/{id}/closings",
                    "{'cooperative':'<organisation>'," + "'happenedAt':'2000-06-01T08:00:00+07:00'}"),
            Map.entry(
                    "/api/lots",
                    "{'cooperative':'<organisation>','plot':'<plot>','product':'none','quantity':" + KG + "," + AT
                            + "}"),
            Map.entry(
                    "/api/lots/{id}/test-orders",
                    "{'organisation':'<organisation>','laboratory':'<laboratory>','tests':['none']," + BY + AT + "}"),
            Map.entry(
                    "/api/lots/{id}/lab-results",
                    "{'organisation':'<organisation>','test':'none','verdict':'PASS','laboratory':'<laboratory>'," + AT
                            + "}"),
            Map.entry(
                    "/api/lots/{id}/splits",
                    "{'organisation':'<organisation>','portions':[{'quantity':{'value':'900000','unit':'kg'}}]," + AT
                            + "}"),
            Map.entry(
                    "/api/lots/{id}/temperatures",
                    "{'organisation':'<organisation>','readings':[{'at':'2026-06-01T08:00:00+07:00','celsius':'4'}]}"),
            Map.entry("/api/lots/{id}/holds", "{'organisation':'<organisation>','reason':'x'," + BY + AT + "}"),
            Map.entry(
                    "/api/lots/{id}/releases",
                    "{'organisation':'<organisation>','hold':'none','reason':'x'," + BY + AT + "}"),
            Map.entry(
                    "/api/lots/{id}/corrections",
                    "{'organisation':'<organisation>','quantity':{'value':'1','unit':'kg'},'reason':'x'," + BY + AT
                            + "}"),
            Map.entry(
                    "/api/steps",
                    "{'organisation':'<organisation>','kind':'none','inputs':[{'lot':'<lot>','quantity':" + KG
                            + "}],'outputs':[{'product':'none','quantity':" + KG + "}]," + AT + "}"),
            Map.entry(
                    "/api/steps/{id}/corrections",
                    "{'organisation':'<organisation>','outputs':[{'lot':'<lot>','quantity':" + KG + "}],'reason':'x',"
                            + BY + AT + "}"),
            Map.entry(
                    "/api/shipments",
                    "{'organisation':'<organisation>','to':'X'," + LINES + "'happenedAt':'2000-06-01T08:00:00+07:00'}"),
            Map.entry("/api/shipments/{id}/receipts", "{'organisation':'<organisation>'," + LINES + BY + AT + "}"),
            Map.entry("/api/shipments/{id}/disputes", "{'organisation':'<organisation>','reason':'x'," + BY + AT + "}"),
            Map.entry(
                    "/api/shipments/{id}/settlements",
                    "{'organisation':'<organisation>','reason':'x'," + BY + AT + "}"),
            Map.entry(
                    "/api/recalls",
                    "{'organisation':'<organisation>','lots':['<lot>'],'reason':'x'," + BY
                            + "'happenedAt':'2000-06-01T08:00:00+07:00'}"),
            Map.entry(
                    "/api/recalls/{id}/recoveries",
                    "{'organisation':'<organisation>','lot':'<lot>','quantity':" + KG + ",'where':'x'," + BY + AT
                            + "}"),
            Map.entry(
                    "/api/recalls/{id}/closings",
                    "{'organisation':'<organisation>'," + BY + "'happenedAt':'2000-06-01T08:00:00+07:00'}"),
            Map.entry(
                    "/api/mock-recalls",
                    "{'organisation':'<organisation>','lots':['<lot>'],'reason':'x'," + BY + AT + "}"),
            Map.entry(
                    "/api/label-runs",
                    "{'organisation':'<organisation>','lot':'<lot>','kind':'lot','count':'1','preset':'none'," + BY + AT
                            + "}"),
            Map.entry(
                    "/api/label-runs/{id}/activations",
                    "{'organisation':'<organisation>','labels':'9999'," + BY + AT + "}"),
            Map.entry(
                    "/api/label-runs/{id}/voids",
                    "{'organisation':'<organisation>','labels':'9999','reason':'x'," + BY + AT + "}"),
            Map.entry(
                    "/api/label-runs/{id}/reprints",
                    "{'organisation':'<organisation>','labels':'9999','reason':'x'," + BY + AT + "}"),
            Map.entry(
                    "/api/label-runs/{id}/cancellations",
                    "{'organisation':'<organisation>','reason':'x'," + BY + AT + "}"),
            Map.entry("/api/organisations/{organisation}/files", "{}"),
            Map.entry("/api/organisations/{organisation}/farmers", "{'code':'X-1','name':'X'," + AT + "}"),
            Map.entry("/api/organisations/{organisation}/farmers/{farmer}/corrections", "{'hamlet':'X'," + AT + "}"),
            Map.entry(
                    "/api/organisations/{organisation}/farmers/{farmer}/consents",
                    "{'purpose':'show-name','text':'1','language':'vi','form':'paper'," + BY + AT + "}"),
            Map.entry(
                    "/api/organisations/{organisation}/farmers/{farmer}/consents/withdrawals",
                    "{'purpose':'contact'," + BY + AT + "}"),
            Map.entry(
                    "/api/organisations/{organisation}/farmers/{farmer}/requests", "{'kind':'export'," + BY + AT + "}"),
            Map.entry(
                    "/api/organisations/{organisation}/farmers/{farmer}/requests/{number}/answers",
                    "{'outcome':'done'," + BY + AT + "}"),
            Map.entry("/api/organisations/{organisation}/farmers/{farmer}/erasure", "{" + BY + AT + "}"),
            Map.entry("/api/rebuilds", "{}"),
            Map.entry("/api/dead-letters/{id}/retries", "{}"),
            Map.entry("/api/dead-letters/retries", "{}"));

    private Bodies() {}

    static boolean isJson(Route route) {
        return JSON.containsKey(route.pattern());
    }

    static String json(Route route, Household.Things things, Household.Caller caller) {
        var body = JSON.get(route.pattern());
        if (body == null) {
            throw new IllegalStateException(route + " needs a body here");
        }
        return filled(body, things, caller.code()).replace('\'', '"');
    }

    /** What the forms of pages send. */
    static String form(Route route, Household.Caller caller) {
        return "kind=lot&count=1&preset=none&labels=9999&reason=x&code=X-1&duties=recorder&verbs=read&until="
                + LocalDate.now(ZoneOffset.UTC).plusDays(7)
                + (route.pattern().startsWith("/operation") ? "&duty=inspector&wards=31717" : "&duty=carrier")
                + "&by=" + caller.code();
    }

    private static String filled(String body, Household.Things things, String by) {
        var now = body.replace("<by>", by);
        for (var it : things.ids().entrySet()) {
            now = now.replace("<" + it.getKey() + ">", it.getValue());
        }
        return now;
    }
}
