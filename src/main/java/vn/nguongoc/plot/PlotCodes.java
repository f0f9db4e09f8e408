package vn.nguongoc.plot;

import java.util.ArrayList;
import java.util.List;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.catalogue.Terms.PlotCode;
import vn.nguongoc.plot.event.PlotEvent.Numbered;
import vn.nguongoc.shared.Flag;
import vn.nguongoc.shared.Refused;

/**
 * The numbers that authorities gave a plot. They are kept as they were given: their structure is not settled, and a
 * plot without one is a plot all the same.
 */
record PlotCodes(Catalogue catalogue) {

    /**
     * @return a doubt about each number that does not look like others of its scheme
     * @throws Refused if a scheme is unknown
     */
    List<Flag> check(List<Numbered> codes) {
        var flags = new ArrayList<Flag>();
        for (var code : codes) {
            var scheme = scheme(code.scheme());
            if (!code.number().matches(scheme.form())) {
                flags.add(new Flag(
                        "plot-code-unusual",
                        code.number(),
                        null,
                        null,
                        scheme.source().text()));
            }
        }
        return flags;
    }

    private PlotCode scheme(String code) {
        var known = catalogue.terms().plotCodes();
        return known.stream()
                .filter(scheme -> scheme.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refused(new PlotRefusal.UnknownPlotCode(
                        code, known.stream().map(PlotCode::code).sorted().toList())));
    }
}
