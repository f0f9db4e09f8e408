package vn.nguongoc.history;

import java.util.List;
import java.util.Locale;
import vn.nguongoc.Api;
import vn.nguongoc.province.Shapes;
import vn.nguongoc.shared.LotId;

/** The trace of a lot with many plots upstream and many lots downstream. */
final class TraceFigures {
    private static final int PLOTS = 500;
    private static final int DESCENDANTS = 1_000;
    private static final int OK = 200;
    private static final int MISSING = 404;

    private TraceFigures() {}

    static List<String> rows(MeasuredService service) throws Exception {
        var family = new Shapes(service.recorder(), "family").family(PLOTS, DESCENDANTS);
        service.rest();
        var api = service.api();
        if (!isThere(api, family.root())) {
            return List.of();
        }
        System.out.printf(Locale.ROOT, "  %,d bytes%n", get(api, family.root()));
        return List.of(Figures.row(
                "trace of a lot with %,d plots upstream and %,d lots downstream".formatted(PLOTS, DESCENDANTS),
                300,
                "ms",
                Figures.WARM_UPS,
                () -> {
                    var begun = System.nanoTime();
                    get(api, family.root());
                    return (System.nanoTime() - begun) / 1e6;
                }));
    }

    /** Whether this service has traces. */
    static boolean isThere(Api api, LotId lot) {
        var there = api.bytes(path(lot)).statusCode() != MISSING;
        if (!there) {
            System.out.println("  skipped: " + path(lot) + " answers " + MISSING);
        }
        return there;
    }

    /** @return bytes of the answer */
    static int get(Api api, LotId lot) {
        var answer = api.bytes(path(lot));
        if (answer.statusCode() != OK) {
            throw new IllegalStateException(path(lot) + " answers " + answer.statusCode());
        }
        return answer.body().length;
    }

    private static String path(LotId lot) {
        return "/api/lots/" + lot + "/trace?direction=both";
    }
}
