package vn.nguongoc.plot.web;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.evidence.FileId;
import vn.nguongoc.farmer.event.FarmerKey;
import vn.nguongoc.plot.PlotCommand.AuthoriseHarvest;
import vn.nguongoc.plot.PlotCommand.CloseCycle;
import vn.nguongoc.plot.PlotCommand.CorrectActivity;
import vn.nguongoc.plot.PlotCommand.MeasureWater;
import vn.nguongoc.plot.PlotCommand.OpenCycle;
import vn.nguongoc.plot.PlotCommand.RecordActivity;
import vn.nguongoc.plot.PlotCommand.RegisterPlot;
import vn.nguongoc.plot.event.PlotEvent.Block;
import vn.nguongoc.plot.event.PlotEvent.Numbered;
import vn.nguongoc.plot.event.PlotEvent.WaterReading;
import vn.nguongoc.seed.event.SeedLotKey;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.PlotId;
import vn.nguongoc.shared.Refusal;
import vn.nguongoc.web.Form;
import vn.nguongoc.web.Form.Quantity;
import vn.nguongoc.web.Form.Read;
import vn.nguongoc.web.PersonCode;

/** The bodies of requests to {@code /api/plots}, as they come: every field may be missing or wrong. */
final class PlotRequests {
    private PlotRequests() {}

    /** A plot named in the address; what is no plot id is no plot. */
    static PlotId plot(String id) {
        return LogRefusal.named(id, PlotId::new);
    }

    record Registration(
            @Nullable String cooperative,
            @Nullable String code,
            @Nullable String kind,
            @Nullable Quantity area,
            @Nullable String ward,
            GeoJson.@Nullable Polygon boundary,
            GeoJson.@Nullable Point location,
            @Nullable List<CodePart> codes,
            @Nullable List<BlockPart> blocks,
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
            var numbered = form.any("/codes", codes, (part, number, i) -> number.read(part));
            var parts = form.any("/blocks", blocks, (part, block, i) -> block.read(part));
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
                    numbered.stream().map(Supplier::get).toList(),
                    parts.stream().map(Supplier::get).toList(),
                    happened.get());
        }
    }

    record CodePart(@Nullable String scheme, @Nullable String number) {
        Supplier<Numbered> read(Form form) {
            var of = form.text("/scheme", scheme);
            var given = form.text("/number", number);
            return () -> new Numbered(of.get(), given.get());
        }
    }

    record BlockPart(@Nullable String code, @Nullable String trees) {
        Supplier<Block> read(Form form) {
            var named = form.text("/code", code);
            var counted = form.of("/trees", trees, PlotRequests::whole);
            return () -> new Block(named.get(), counted.get().intValue());
        }
    }

    private static Long whole(String text) {
        if (!text.matches("[1-9]\\d{0,8}")) {
            throw new Refusal.WrongForm("whole-number", "1", "999999999");
        }
        return Long.valueOf(text);
    }

    record Cycle(
            @Nullable String cooperative,
            @Nullable String product,
            @Nullable String season,
            @Nullable String seedLot,
            @Nullable Quantity seed,
            @Nullable String pieces,
            @Nullable String happenedAt) {

        OpenCycle command(PlotId plot) {
            var form = new Form();
            var of = form.of("/cooperative", cooperative, OrganisationId::new);
            var growing = form.text("/product", product);
            var inSeason = form.text("/season", season);
            var from = form.optional(seedLot, it -> form.of("/seedLot", it, SeedLotKey::requireNumber));
            var meant = seed == null ? null : form.mass("/seed", seed);
            var counted = form.optional(pieces, it -> form.of("/pieces", it, PlotRequests::whole));
            var happened = form.happenedAt("/happenedAt", happenedAt);
            form.refuseFaults();
            return new OpenCycle(
                    plot,
                    of.get(),
                    growing.get(),
                    inSeason.get(),
                    from.get().orElse(null),
                    meant == null ? null : meant.get(),
                    counted.get().orElse(null),
                    happened.get());
        }
    }

    record Activity(
            @Nullable String cooperative,
            @Nullable String kind,
            @Nullable Map<String, String> fields,
            @Nullable String onBehalfOf,
            @Nullable List<String> evidence,
            @Nullable String happenedAt) {

        RecordActivity command(PlotId plot) {
            var form = new Form();
            var of = form.of("/cooperative", cooperative, OrganisationId::new);
            var ofKind = form.text("/kind", kind);
            var happened = form.happenedAt("/happenedAt", happenedAt);
            var farmer = form.optional(onBehalfOf, it -> form.of("/onBehalfOf", it, FarmerKey::requireCode));
            var shown = form.any("/evidence", evidence, (part, file, i) -> part.of("", file, FileId::new));
            form.refuseFaults();
            return new RecordActivity(
                    plot,
                    of.get(),
                    ofKind.get(),
                    fields == null ? Map.of() : present(fields),
                    happened.get(),
                    farmer.get().orElse(null),
                    shown.stream().map(Form.Read::get).toList());
        }
    }

    /** The fields that are there. */
    private static Map<String, String> present(Map<String, String> fields) {
        var there = new HashMap<>(fields);
        there.values().removeIf(Objects::isNull);
        return there;
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

    /** @param fields what should have been written; absent if it never happened */
    record ActivityCorrection(
            @Nullable String cooperative,
            @Nullable Map<String, String> fields,
            @Nullable String reason,
            @Nullable String by,
            @Nullable String happenedAt) {

        CorrectActivity command(PlotId plot, int number) {
            var form = new Form();
            var of = form.of("/cooperative", cooperative, OrganisationId::new);
            var why = form.text("/reason", reason);
            var who = form.of("/by", by, PersonCode::require);
            var happened = form.happenedAt("/happenedAt", happenedAt);
            form.refuseFaults();
            return new CorrectActivity(
                    plot,
                    of.get(),
                    number,
                    fields == null ? null : present(fields),
                    why.get(),
                    who.get(),
                    happened.get());
        }
    }

    record Authorisation(
            @Nullable String cooperative,
            @Nullable String reason,
            @Nullable String by,
            @Nullable String happenedAt) {

        AuthoriseHarvest command(PlotId plot) {
            var form = new Form();
            var of = form.of("/cooperative", cooperative, OrganisationId::new);
            var why = form.text("/reason", reason);
            var who = form.of("/by", by, PersonCode::require);
            var happened = form.happenedAt("/happenedAt", happenedAt);
            form.refuseFaults();
            return new AuthoriseHarvest(plot, of.get(), who.get(), why.get(), happened.get());
        }
    }

    /** Up to 1,000 readings at once, as a probe or a recorder has them. */
    record Water(
            @Nullable String cooperative,
            @Nullable String device,
            @Nullable List<ReadingPart> readings) {

        /** It happened when the last reading was taken. */
        MeasureWater command(PlotId plot) {
            var form = new Form();
            var of = form.of("/cooperative", cooperative, OrganisationId::new);
            var with = form.optional(device, it -> form.text("/device", it));
            var shown = form.each("/readings", readings, (part, reading, i) -> reading.read(part));
            form.refuseFaults();
            var all = shown.stream().map(Supplier::get).toList();
            var last = all.stream()
                    .map(WaterReading::at)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            return new MeasureWater(plot, of.get(), with.get().orElse(null), all, last);
        }
    }

    /** @param values by water parameter, decimals */
    record ReadingPart(@Nullable String at, @Nullable Map<String, String> values) {
        Supplier<WaterReading> read(Form form) {
            var when = form.happenedAt("/at", at);
            var measured = new HashMap<String, Read<BigDecimal>>();
            if (values == null || values.isEmpty()) {
                form.text("/values", null);
            } else {
                values.forEach((name, value) -> measured.put(name, form.decimal("/values/" + name, value)));
            }
            return () -> {
                var decimals = new HashMap<String, BigDecimal>();
                measured.forEach((name, value) -> decimals.put(name, value.get()));
                return new WaterReading(when.get(), decimals);
            };
        }
    }
}
