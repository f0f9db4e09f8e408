package vn.nguongoc.step.web;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.evidence.FileId;
import vn.nguongoc.lot.event.TradeItem;
import vn.nguongoc.shared.Gs1;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.Stamp;
import vn.nguongoc.shared.StepId;
import vn.nguongoc.step.StepCommand.CorrectStep;
import vn.nguongoc.step.StepCommand.Part;
import vn.nguongoc.step.StepCommand.RecordStep;
import vn.nguongoc.step.event.StepEvent.Loss;
import vn.nguongoc.step.event.StepEvent.Output;
import vn.nguongoc.step.event.StepEvent.Weighed;
import vn.nguongoc.web.Form;
import vn.nguongoc.web.Form.Quantity;
import vn.nguongoc.web.Form.Read;
import vn.nguongoc.web.PersonCode;

/** The body of a request to {@code /api/steps}, as it comes: every field may be missing or wrong. */
record StepRequest(
        @Nullable String organisation,
        @Nullable String kind,
        @Nullable String facility,
        @Nullable List<InputPart> inputs,
        @Nullable List<OutputPart> outputs,
        @Nullable List<LossPart> losses,
        @Nullable Map<String, String> measurements,
        @Nullable String startedAt,
        @Nullable List<String> evidence,
        @Nullable String happenedAt) {

    RecordStep command(Stamp stamp) {
        var form = new Form();
        var by = form.of("/organisation", organisation, OrganisationId::new);
        var ofKind = form.text("/kind", kind);
        var where = form.optional(facility, it -> form.text("/facility", it));
        var in = form.each("/inputs", inputs, (part, input, i) -> input.read(part));
        var out = form.any("/outputs", outputs, (part, output, i) -> output.read(part, stamp.newLot(i)));
        var lost = form.any("/losses", losses, (part, loss, i) -> loss.read(part));
        var measured = measured(form);
        var started = form.optional(startedAt, it -> form.happenedAt("/startedAt", it));
        var happened = form.happenedAt("/happenedAt", happenedAt);
        var shown = form.any("/evidence", evidence, (part, file, i) -> part.of("", file, FileId::new));
        form.refuseFaults();
        return new RecordStep(
                stamp.newStep(),
                by.get(),
                ofKind.get(),
                where.get().orElse(null),
                in.stream().map(Supplier::get).toList(),
                out.stream().map(Supplier::get).toList(),
                lost.stream().map(Supplier::get).toList(),
                read(measured),
                started.get().orElse(null),
                happened.get(),
                shown.stream().map(Read::get).toList());
    }

    private Map<String, Read<BigDecimal>> measured(Form form) {
        var measured = new HashMap<String, Read<BigDecimal>>();
        Objects.requireNonNullElse(measurements, Map.<String, String>of())
                .forEach((name, value) -> measured.put(name, form.decimal("/measurements/" + name, value)));
        return measured;
    }

    private static Map<String, BigDecimal> read(Map<String, Read<BigDecimal>> measured) {
        var values = new HashMap<String, BigDecimal>();
        measured.forEach((name, value) -> values.put(name, value.get()));
        return values;
    }

    record InputPart(@Nullable String lot, @Nullable Quantity quantity) {
        Supplier<Part> read(Form form) {
            var from = form.of("/lot", lot, LotId::new);
            var drawn = form.mass("/quantity", quantity);
            return () -> new Part(from.get(), drawn.get());
        }
    }

    record OutputPart(
            @Nullable String product,
            @Nullable Quantity quantity,
            @Nullable String moisturePercent,
            @Nullable String label,
            @Nullable String countPerKilogram,
            @Nullable ItemPart item) {
        Supplier<Output> read(Form form, LotId lot) {
            var of = form.text("/product", product);
            var weighing = form.mass("/quantity", quantity);
            var moisture = form.share("/moisturePercent", moisturePercent);
            var named = form.optional(label, it -> form.text("/label", it));
            var counted = form.optional(countPerKilogram, it -> form.decimal("/countPerKilogram", it));
            Supplier<@Nullable TradeItem> packed = item == null ? () -> null : item.read(form);
            return () -> new Output(
                    lot,
                    of.get(),
                    weighing.get(),
                    moisture.get().orElse(null),
                    named.get().orElse(null),
                    packed.get(),
                    counted.get().orElse(null));
        }
    }

    record ItemPart(
            @Nullable String gtin,
            @Nullable String number,
            @Nullable Quantity unit,
            @Nullable String bestBefore) {
        Supplier<@Nullable TradeItem> read(Form form) {
            var key = form.of("/item/gtin", gtin, Gs1::new);
            var numbered = form.of("/item/number", number, TradeItem::requireNumber);
            var weighing = form.mass("/item/unit", unit);
            var until = form.date("/item/bestBefore", bestBefore);
            return () -> new TradeItem(key.get(), numbered.get(), weighing.get(), until.get());
        }
    }

    record LossPart(@Nullable String kind, @Nullable Quantity quantity) {
        Supplier<Loss> read(Form form) {
            var how = form.text("/kind", kind);
            var lost = form.mass("/quantity", quantity);
            return () -> new Loss(how.get(), lost.get());
        }
    }

    /** The body of a request to correct a step. */
    record Correcting(
            @Nullable String organisation,
            @Nullable List<WeighedPart> outputs,
            @Nullable List<LossPart> losses,
            @Nullable String reason,
            @Nullable String by,
            @Nullable String happenedAt) {

        CorrectStep command(StepId step) {
            var form = new Form();
            var of = form.of("/organisation", organisation, OrganisationId::new);
            var weighed = form.any("/outputs", outputs, (part, output, i) -> output.read(part));
            var lost = form.any("/losses", losses, (part, loss, i) -> loss.read(part));
            var why = form.text("/reason", reason);
            var who = form.of("/by", by, PersonCode::require);
            var happened = form.happenedAt("/happenedAt", happenedAt);
            form.refuseFaults();
            return new CorrectStep(
                    step,
                    of.get(),
                    weighed.stream().map(Supplier::get).toList(),
                    lost.stream().map(Supplier::get).toList(),
                    why.get(),
                    who.get(),
                    happened.get());
        }
    }

    record WeighedPart(
            @Nullable String lot,
            @Nullable Quantity quantity,
            @Nullable String moisturePercent) {
        Supplier<Weighed> read(Form form) {
            var which = form.of("/lot", lot, LotId::new);
            var weighing = form.mass("/quantity", quantity);
            var moisture = form.share("/moisturePercent", moisturePercent);
            return () -> new Weighed(which.get(), weighing.get(), moisture.get().orElse(null));
        }
    }
}
