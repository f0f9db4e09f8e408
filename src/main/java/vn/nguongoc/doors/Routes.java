package vn.nguongoc.doors;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import java.util.List;
import vn.nguongoc.doors.Access.Kind;

/**
 * The table of every address and what it takes. One without a line is nobody's, and a test says so of each that the
 * service has.
 */
final class Routes {
    private static final Access EVERYBODY = new Access.Everybody();
    private static final Access ANYBODY = new Access.Anybody();
    private static final Access WHO_RUNS_IT = new Access.WhoRunsIt();
    private static final Access RECORDING = new Access.Recording();
    private static final Access PRACTISING = new Access.Practising();

    static final List<Route> ALL = List.of(
            // ---- buyers
            get("/", EVERYBODY),
            get("/find", EVERYBODY),
            get("/{key:\\d{2,4}}", EVERYBODY),
            get("/{key:\\d{2,4}}/**", EVERYBODY),
            get("/t/{code}", EVERYBODY),
            get("/t/{code}/trace.svg", EVERYBODY),
            get("/t/{code}/card.png", EVERYBODY),
            get("/t/{code}/record", EVERYBODY),
            get("/t/{code}/status.css", EVERYBODY),
            get("/t/{code}/evidence/{file}", EVERYBODY),
            get("/problems/{room}/{reason}", EVERYBODY),
            get("/rules", EVERYBODY),
            get("/v3/api-docs", EVERYBODY),
            get("/docs", EVERYBODY),
            get("/place", EVERYBODY),
            post("/place", EVERYBODY),
            any("/error", EVERYBODY),
            // ---- what a label shows is on the goods
            get("/api/lots/{id}/qr.svg", EVERYBODY),
            get("/api/lots/{id}/qr.png", EVERYBODY),
            get("/api/label-presets", EVERYBODY),
            get("/api/label-presets/{code}/calibration.pdf", EVERYBODY),
            // ---- oneself
            get("/account", ANYBODY),
            get("/account/sign-in", EVERYBODY),
            post("/account/sign-in", EVERYBODY),
            post("/account/sign-out", EVERYBODY),
            get("/account/join", EVERYBODY),
            post("/account/join", EVERYBODY),
            post("/account/passkeys/challenges", EVERYBODY),
            post("/account/passkeys/sign-ins", EVERYBODY),
            post("/account/passkeys/new/challenges", ANYBODY),
            post("/account/passkeys/new", ANYBODY),
            post("/account/passkeys/{id}/removals", ANYBODY),
            post("/account/password", ANYBODY),
            post("/account/sessions/{id}/removals", ANYBODY),
            post("/account/sessions/removals", ANYBODY),
            post("/account/issuer", EVERYBODY),
            post("/account/issuer/joins", EVERYBODY),
            get("/account/issuer/callback", EVERYBODY),
            post("/account/issuer/links", ANYBODY),
            post("/account/issuer/links/removals", ANYBODY),
            get("/api/me", ANYBODY),
            // ---- people and machines
            post("/api/people", RECORDING),
            post("/api/people/{id}/duties", RECORDING),
            post("/api/people/{id}/duties/withdrawals", RECORDING),
            post("/api/people/{id}/invitations", RECORDING),
            post("/api/people/{id}/leavings", RECORDING),
            post("/api/keys", RECORDING),
            post("/api/keys/{id}/revocations", RECORDING),
            get("/api/people", WHO_RUNS_IT),
            get("/api/organisations/{organisation}/people", heading("organisation")),
            get("/api/organisations/{organisation}/keys", heading("organisation")),
            get("/api/organisations/{organisation}/acts", heading("organisation")),
            get("/api/acts", WHO_RUNS_IT),
            get("/organisations/{organisation}/people", heading("organisation")),
            post("/organisations/{organisation}/people", RECORDING),
            post(
                    "/organisations/{organisation}/people/{person}/{what:invitations|duties|withdrawals|leavings}",
                    RECORDING),
            post("/organisations/{organisation}/keys", RECORDING),
            post("/organisations/{organisation}/keys/{key}/revocations", RECORDING),
            get("/organisations/{organisation}/acts", heading("organisation")),
            get("/operation/people", WHO_RUNS_IT),
            post("/operation/people", WHO_RUNS_IT),
            post("/operation/people/{person}/{what:invitations|duties|withdrawals|leavings}", WHO_RUNS_IT),
            get("/operation/acts", WHO_RUNS_IT),
            // ---- organisations and what they have
            post("/api/cooperatives", RECORDING),
            get("/api/cooperatives/{id}", seeing(Kind.ORGANISATION, "id")),
            get("/api/cooperatives/{id}/seasons/{year}/{season}", seeing(Kind.BOOKS, "id")),
            post("/api/partners", RECORDING),
            get("/api/partners/{id}", seeing(Kind.ORGANISATION, "id")),
            post("/api/{holders:cooperatives|partners}/{id}/certificates", RECORDING),
            post("/api/{holders:cooperatives|partners}/{id}/certificates/withdrawals", RECORDING),
            get("/api/stock", seeing(Kind.BOOKS, "holder")),
            get("/api/hand-overs", seeing(Kind.BOOKS, "organisation")),
            get("/api/test-orders", seeing(Kind.BOOKS, "laboratory")),
            get("/api/scan-signals", seeing(Kind.SALE, "lot", Kind.BOOKS, "organisation")),
            get("/organisations/{id}/scans", seeing(Kind.BOOKS, "id")),
            post("/api/organisations/{organisation}/files", RECORDING),
            get("/api/organisations/{organisation}/files", seeing(Kind.BOOKS, "organisation")),
            get("/api/organisations/{organisation}/files/{file}", seeing(Kind.BOOKS, "organisation")),
            // ---- farmers as people
            get("/api/consent-texts", EVERYBODY),
            post("/api/organisations/{organisation}/farmers", RECORDING),
            get("/api/organisations/{organisation}/farmers", seeing(Kind.FARMERS, "organisation")),
            get("/api/organisations/{organisation}/farmers/{farmer}", seeing(Kind.FARMERS, "organisation")),
            get("/api/organisations/{organisation}/farmers/{farmer}/export", seeing(Kind.EXPORTS, "organisation")),
            post("/api/organisations/{organisation}/farmers/{farmer}/corrections", RECORDING),
            post("/api/organisations/{organisation}/farmers/{farmer}/consents", RECORDING),
            post("/api/organisations/{organisation}/farmers/{farmer}/consents/withdrawals", RECORDING),
            post("/api/organisations/{organisation}/farmers/{farmer}/requests", RECORDING),
            post("/api/organisations/{organisation}/farmers/{farmer}/requests/{number}/answers", RECORDING),
            post("/api/organisations/{organisation}/farmers/{farmer}/erasure", RECORDING),
            get("/api/organisations/{organisation}/farmer-requests", seeing(Kind.FARMERS, "organisation")),
            // ---- seed and plots
            post("/api/seed-lots", RECORDING),
            post("/api/seed-lots/{cooperative}/{number}/tests", RECORDING),
            get("/api/seed-lots/{cooperative}/{number}", seeing(Kind.BOOKS, "cooperative")),
            post("/api/plots", RECORDING),
            get("/api/plots/{id}", seeing(Kind.PLOT, "id")),
            post("/api/plots/{id}/cycles", RECORDING),
            get("/api/plots/{id}/cycles/{cycle}", seeing(Kind.PLOT, "id")),
            post("/api/plots/{id}/activities", RECORDING),
            post("/api/plots/{id}/activities/{number}/corrections", RECORDING),
            post("/api/plots/{id}/water-readings", RECORDING),
            post("/api/plots/{id}/harvest-authorisations", RECORDING),
            post("/api/plots/{id}/closings", RECORDING),
            // ---- lots
            post("/api/lots", RECORDING),
            get("/api/lots", seeing(Kind.BOOKS, "cooperative", Kind.WARD, "ward")),
            get("/api/lots/{id}", seeing(Kind.LOT, "id")),
            get("/api/lots/{id}/history", seeing(Kind.LOT, "id")),
            get("/api/lots/{id}/evidence/{file}", seeing(Kind.LOT, "id")),
            get("/api/lots/{id}/trace", seeing(Kind.LOT, "id")),
            get("/api/lots/{id}/trace.svg", seeing(Kind.LOT, "id")),
            get("/api/lots/{id}/scans", seeing(Kind.SALE, "id")),
            get("/lots/{id}/scans", seeing(Kind.SALE, "id")),
            get("/api/lots/{id}/label.svg", seeing(Kind.SALE, "id")),
            post("/api/lots/{id}/test-orders", RECORDING),
            post("/api/lots/{id}/lab-results", RECORDING),
            post("/api/lots/{id}/splits", RECORDING),
            post("/api/lots/{id}/temperatures", RECORDING),
            post("/api/lots/{id}/holds", RECORDING),
            post("/api/lots/{id}/releases", RECORDING),
            post("/api/lots/{id}/corrections", RECORDING),
            // ---- steps and shipments
            post("/api/steps", RECORDING),
            post("/api/steps/{id}/corrections", RECORDING),
            get("/api/steps/{id}", seeing(Kind.STEP, "id")),
            post("/api/shipments", RECORDING),
            post("/api/shipments/{id}/receipts", RECORDING),
            post("/api/shipments/{id}/disputes", RECORDING),
            post("/api/shipments/{id}/settlements", RECORDING),
            get("/api/shipments/{id}", seeing(Kind.SHIPMENT, "id")),
            // ---- recalls
            post("/api/recalls", RECORDING),
            post("/api/recalls/{id}/recoveries", RECORDING),
            post("/api/recalls/{id}/closings", RECORDING),
            get("/api/recalls/{id}", seeing(Kind.RECALL, "id")),
            get("/api/recalls/{id}/report", seeing(Kind.RECALL, "id")),
            get("/api/recalls/{id}/report.xlsx", seeing(Kind.RECALL, "id")),
            get("/api/recalls/{id}/report.pdf", seeing(Kind.RECALL, "id")),
            post("/api/mock-recalls", PRACTISING),
            get("/api/mock-recalls", seeing(Kind.BOOKS, "organisation")),
            get("/api/mock-recalls.xlsx", seeing(Kind.BOOKS, "organisation")),
            get("/api/mock-recalls.pdf", seeing(Kind.BOOKS, "organisation")),
            // ---- labels
            post("/api/label-runs", RECORDING),
            get("/api/label-runs", seeing(Kind.SALE, "lot", Kind.BOOKS, "organisation")),
            get("/api/label-runs/{id}", seeing(Kind.LABEL_RUN, "id")),
            get("/api/label-runs/{id}/progress", seeing(Kind.LABEL_RUN, "id")),
            get("/api/label-runs/{id}/file", seeing(Kind.LABEL_RUN, "id")),
            post("/api/label-runs/{id}/activations", RECORDING),
            post("/api/label-runs/{id}/voids", RECORDING),
            post("/api/label-runs/{id}/reprints", RECORDING),
            post("/api/label-runs/{id}/cancellations", RECORDING),
            get("/organisations/{organisation}/labels", seeing(Kind.BOOKS, "organisation")),
            get("/organisations/{organisation}/labels/{lot}", seeing(Kind.SALE, "lot")),
            post("/organisations/{organisation}/labels/{lot}", RECORDING),
            get("/organisations/{organisation}/label-runs/{run}", seeing(Kind.LABEL_RUN, "run")),
            get("/organisations/{organisation}/label-runs/{run}/file", seeing(Kind.LABEL_RUN, "run")),
            post(
                    "/organisations/{organisation}/label-runs/{run}/{what:activations|voids|reprints|cancellations}",
                    RECORDING),
            // ---- who runs it
            get("/api/rebuilds", WHO_RUNS_IT),
            post("/api/rebuilds", WHO_RUNS_IT),
            get("/api/dead-letters", WHO_RUNS_IT),
            get("/api/dead-letters/{id}", WHO_RUNS_IT),
            post("/api/dead-letters/{id}/retries", WHO_RUNS_IT),
            post("/api/dead-letters/retries", WHO_RUNS_IT),
            get("/operation", WHO_RUNS_IT),
            post("/operation/retries", WHO_RUNS_IT));

    private Routes() {}

    private static Route get(String pattern, Access access) {
        return new Route(GET, pattern, access);
    }

    private static Route post(String pattern, Access access) {
        return new Route(POST, pattern, access);
    }

    private static Route any(String pattern, Access access) {
        return new Route(null, pattern, access);
    }

    private static Access heading(String variable) {
        return new Access.Heading(variable);
    }

    private static Access seeing(Kind kind, String variable) {
        return new Access.Seeing(kind, variable);
    }

    private static Access seeing(Kind kind, String variable, Kind otherwise, String other) {
        return new Access.SeeingOne(List.of(new Access.Seeing(kind, variable), new Access.Seeing(otherwise, other)));
    }
}
