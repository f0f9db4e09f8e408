package vn.nguongoc.plot.web;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.plot.PlotCommand.CloseCycle;
import vn.nguongoc.plot.PlotCommand.OpenCycle;
import vn.nguongoc.plot.PlotCommand.RecordActivity;
import vn.nguongoc.plot.PlotCommand.RegisterPlot;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.PlotId;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.web.Form;
import vn.nguongoc.web.Form.Quantity;

/** The bodies of requests to {@code /api/plots}, as they come: every field may be missing or wrong. */
final class PlotRequests {
    private PlotRequests() {}

    /** A plot named in the address; what is no plot id is no plot. */
    static PlotId plot(String id) {
        try {
            return new PlotId(id);
        } catch (IllegalArgumentException e) {
            throw new Refused(new LogRefusal.NotFound(id));
        }
    }

    record Registration(
            @Nullable String cooperative,
            @Nullable String code,
            @Nullable String kind,
            @Nullable Quantity area,
            @Nullable String ward,
            GeoJson.@Nullable Polygon boundary,
            GeoJson.@Nullable Point location,
            @Nullable String happenedAt) {

        RegisterPlot command(PlotId id) {
            var form = new Form();
            var of = form.of("/cooperative", cooperative, OrganisationId::new);
            var named = form.text("/code", code);
            var ofKind = form.text("/kind", kind);
            var covering = form.area("/area", area);
            var inWard = form.text("/ward", ward);
            var outline = boundary == null ? null : boundary.read(form);
            var at = location == null ? null : location.read(form);
            var happened = form.happenedAt("/happenedAt", happenedAt);
            form.refuseFaults();
            return new RegisterPlot(
                    id,
                    of.get(),
                    named.get(),
                    ofKind.get(),
                    covering.get(),
                    inWard.get(),
                    outline == null ? null : outline.get(),
                    at == null ? null : at.get(),
                    happened.get());
        }
    }

    record Cycle(
            @Nullable String cooperative,
            @Nullable String product,
            @Nullable String season,
            @Nullable String seedLot,
            @Nullable Quantity seed,
            @Nullable String happenedAt) {

        OpenCycle command(PlotId plot) {
            var form = new Form();
            var of = form.of("/cooperative", cooperative, OrganisationId::new);
            var growing = form.text("/product", product);
            var inSeason = form.text("/season", season);
            var from = form.text("/seedLot", seedLot);
            var meant = form.mass("/seed", seed);
            var happened = form.happenedAt("/happenedAt", happenedAt);
            form.refuseFaults();
            return new OpenCycle(
                    plot, of.get(), growing.get(), inSeason.get(), from.get(), meant.get(), happened.get());
        }
    }

    record Activity(
            @Nullable String cooperative,
            @Nullable String kind,
            @Nullable Map<String, String> fields,
            @Nullable String happenedAt) {

        RecordActivity command(PlotId plot) {
            var form = new Form();
            var of = form.of("/cooperative", cooperative, OrganisationId::new);
            var ofKind = form.text("/kind", kind);
            var happened = form.happenedAt("/happenedAt", happenedAt);
            form.refuseFaults();
            return new RecordActivity(plot, of.get(), ofKind.get(), present(), happened.get());
        }

        private Map<String, String> present() {
            if (fields == null) {
                return Map.of();
            }
            fields.values().removeIf(Objects::isNull);
            return fields;
        }
    }

    record Closing(@Nullable String cooperative, @Nullable String happenedAt) {

        CloseCycle command(PlotId plot) {
            var form = new Form();
            var of = form.of("/cooperative", cooperative, OrganisationId::new);
            var happened = form.happenedAt("/happenedAt", happenedAt);
            form.refuseFaults();
            return new CloseCycle(plot, of.get(), happened.get());
        }
    }
}
