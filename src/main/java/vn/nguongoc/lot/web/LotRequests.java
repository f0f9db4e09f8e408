package vn.nguongoc.lot.web;

import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.evidence.FileId;
import vn.nguongoc.farmer.event.FarmerKey;
import vn.nguongoc.lot.LotCommand.Correct;
import vn.nguongoc.lot.LotCommand.OrderTests;
import vn.nguongoc.lot.LotCommand.PlaceHold;
import vn.nguongoc.lot.LotCommand.RecordHarvest;
import vn.nguongoc.lot.LotCommand.RecordLabResult;
import vn.nguongoc.lot.LotCommand.RecordTemperatures;
import vn.nguongoc.lot.LotCommand.Release;
import vn.nguongoc.lot.LotCommand.Split;
import vn.nguongoc.lot.event.LotEvent.Finding;
import vn.nguongoc.lot.event.LotEvent.Portion;
import vn.nguongoc.lot.event.LotEvent.Reading;
import vn.nguongoc.lot.event.LotEvent.Verdict;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.PlotId;
import vn.nguongoc.shared.Refusal;
import vn.nguongoc.shared.Stamp;
import vn.nguongoc.web.Form;
import vn.nguongoc.web.Form.Quantity;
import vn.nguongoc.web.Form.Read;
import vn.nguongoc.web.PersonCode;

/** The bodies of requests to {@code /api/lots}, as they come: every field may be missing or wrong. */
final class LotRequests {
    private LotRequests() {}

    /** A lot named in the address; what is no lot id is no lot. */
    static LotId lot(String id) {
        return LogRefusal.named(id, LotId::new);
    }

    record Harvest(
            @Nullable String cooperative,
            @Nullable String plot,
            @Nullable String product,
            @Nullable Quantity quantity,
            @Nullable String moisturePercent,
            @Nullable String label,
            @Nullable String countPerKilogram,
            @Nullable String block,
            @Nullable Boolean last,
            @Nullable String onBehalfOf,
            @Nullable List<String> evidence,
            @Nullable String happenedAt) {

        RecordHarvest command(LotId lot) {
            var form = new Form();
            var by = form.of("/cooperative", cooperative, OrganisationId::new);
            var from = form.of("/plot", plot, PlotId::new);
            var of = form.text("/product", product);
            var weighing = form.mass("/quantity", quantity);
            var moisture = form.share("/moisturePercent", moisturePercent);
            var named = form.optional(label, it -> form.text("/label", it));
            var counted = form.optional(countPerKilogram, it -> form.decimal("/countPerKilogram", it));
            var inBlock = form.optional(block, it -> form.text("/block", it));
            var happened = form.happenedAt("/happenedAt", happenedAt);
            var farmer = form.optional(onBehalfOf, it -> form.of("/onBehalfOf", it, FarmerKey::requireCode));
            var shown = form.any("/evidence", evidence, (part, file, i) -> part.of("", file, FileId::new));
            form.refuseFaults();
            return new RecordHarvest(
                    lot,
                    by.get(),
                    from.get(),
                    of.get(),
                    weighing.get(),
                    moisture.get().orElse(null),
                    named.get().orElse(null),
                    counted.get().orElse(null),
                    inBlock.get().orElse(null),
                    Boolean.TRUE.equals(last),
                    happened.get(),
                    farmer.get().orElse(null),
                    shown.stream().map(Read::get).toList());
        }
    }

    record TestOrder(
            @Nullable String organisation,
            @Nullable String laboratory,
            @Nullable List<String> tests,
            @Nullable String by,
            @Nullable String happenedAt) {

        OrderTests command(LotId lot) {
            var form = new Form();
            var whose = form.of("/organisation", organisation, OrganisationId::new);
            var where = form.of("/laboratory", laboratory, OrganisationId::new);
            var wanted = form.each("/tests", tests, (part, test, i) -> part.text("", test));
            var who = form.text("/by", by);
            var happened = form.happenedAt("/happenedAt", happenedAt);
            form.refuseFaults();
            return new OrderTests(
                    lot,
                    whose.get(),
                    where.get(),
                    wanted.stream().map(Read::get).toList(),
                    who.get(),
                    happened.get());
        }
    }

    record LabResult(
            @Nullable String organisation,
            @Nullable String test,
            @Nullable String verdict,
            @Nullable String laboratory,
            @Nullable String report,
            @Nullable List<FindingPart> findings,
            @Nullable List<String> evidence,
            @Nullable String happenedAt) {

        RecordLabResult command(LotId lot) {
            var form = new Form();
            var by = form.of("/organisation", organisation, OrganisationId::new);
            var tested = form.text("/test", test);
            var said = form.of("/verdict", verdict, LabResult::verdict);
            var where = form.of("/laboratory", laboratory, OrganisationId::new);
            var reported = form.optional(report, it -> form.text("/report", it));
            var found = form.any("/findings", findings, (part, finding, i) -> finding.read(part));
            var shown = form.any("/evidence", evidence, (part, file, i) -> part.of("", file, FileId::new));
            var happened = form.happenedAt("/happenedAt", happenedAt);
            form.refuseFaults();
            return new RecordLabResult(
                    lot,
                    by.get(),
                    tested.get(),
                    said.get(),
                    where.get(),
                    reported.get().orElse(null),
                    found.stream().map(Supplier::get).toList(),
                    happened.get(),
                    shown.stream().map(Read::get).toList());
        }

        private static Verdict verdict(String text) {
            return switch (text) {
                case "PASS" -> Verdict.PASS;
                case "FAIL" -> Verdict.FAIL;
                default -> throw new Refusal.WrongForm("one-of", "PASS, FAIL");
            };
        }
    }

    record FindingPart(@Nullable String substance, @Nullable String milligramsPerKilogram) {
        Supplier<Finding> read(Form form) {
            var of = form.text("/substance", substance);
            var much = form.decimal("/milligramsPerKilogram", milligramsPerKilogram);
            return () -> new Finding(of.get(), much.get());
        }
    }

    record Splitting(
            @Nullable String organisation,
            @Nullable List<PortionPart> portions,
            @Nullable String happenedAt) {

        Split command(LotId lot, Stamp stamp) {
            var form = new Form();
            var by = form.of("/organisation", organisation, OrganisationId::new);
            var parts = form.each("/portions", portions, (part, portion, i) -> portion.read(part, stamp.newLot(i)));
            var happened = form.happenedAt("/happenedAt", happenedAt);
            form.refuseFaults();
            return new Split(lot, by.get(), parts.stream().map(Supplier::get).toList(), happened.get());
        }
    }

    record PortionPart(@Nullable Quantity quantity) {
        Supplier<Portion> read(Form form, LotId lot) {
            var weighing = form.mass("/quantity", quantity);
            return () -> new Portion(lot, weighing.get());
        }
    }

    record Temperatures(
            @Nullable String organisation,
            @Nullable String device,
            @Nullable List<ReadingPart> readings) {

        /** It happened when the last reading was taken. */
        RecordTemperatures command(LotId lot) {
            var form = new Form();
            var by = form.of("/organisation", organisation, OrganisationId::new);
            var with = form.optional(device, it -> form.text("/device", it));
            var shown = form.each("/readings", readings, (part, reading, i) -> reading.read(part));
            form.refuseFaults();
            var all = shown.stream().map(Supplier::get).toList();
            var last =
                    all.stream().map(Reading::at).max(Comparator.naturalOrder()).orElseThrow();
            return new RecordTemperatures(lot, by.get(), with.get().orElse(null), all, last);
        }
    }

    record ReadingPart(@Nullable String at, @Nullable String celsius) {
        Supplier<Reading> read(Form form) {
            var when = form.happenedAt("/at", at);
            var shown = form.decimal("/celsius", celsius);
            return () -> new Reading(when.get(), shown.get());
        }
    }

    record Holding(
            @Nullable String organisation,
            @Nullable String reason,
            @Nullable String by,
            @Nullable String happenedAt) {

        PlaceHold command(LotId lot) {
            var form = new Form();
            var of = form.of("/organisation", organisation, OrganisationId::new);
            var why = form.text("/reason", reason);
            var who = form.of("/by", by, PersonCode::require);
            var happened = form.happenedAt("/happenedAt", happenedAt);
            form.refuseFaults();
            return new PlaceHold(lot, of.get(), why.get(), who.get(), happened.get());
        }
    }

    record Releasing(
            @Nullable String organisation,
            @Nullable String hold,
            @Nullable String by,
            @Nullable String reason,
            @Nullable String happenedAt) {

        Release command(LotId lot) {
            var form = new Form();
            var of = form.of("/organisation", organisation, OrganisationId::new);
            var which = form.text("/hold", hold);
            var who = form.of("/by", by, PersonCode::require);
            var why = form.text("/reason", reason);
            var happened = form.happenedAt("/happenedAt", happenedAt);
            form.refuseFaults();
            return new Release(lot, of.get(), which.get(), who.get(), why.get(), happened.get());
        }
    }

    record Correcting(
            @Nullable String organisation,
            @Nullable Quantity quantity,
            @Nullable String moisturePercent,
            @Nullable String countPerKilogram,
            @Nullable String label,
            @Nullable String reason,
            @Nullable String by,
            @Nullable String happenedAt) {

        Correct command(LotId lot) {
            var form = new Form();
            var of = form.of("/organisation", organisation, OrganisationId::new);
            var weighing = quantity == null ? null : form.mass("/quantity", quantity);
            var moisture = form.share("/moisturePercent", moisturePercent);
            var counted = form.optional(countPerKilogram, it -> form.decimal("/countPerKilogram", it));
            var named = form.optional(label, it -> form.text("/label", it));
            var why = form.text("/reason", reason);
            var who = form.of("/by", by, PersonCode::require);
            var happened = form.happenedAt("/happenedAt", happenedAt);
            form.refuseFaults();
            return new Correct(
                    lot,
                    of.get(),
                    weighing == null ? null : weighing.get(),
                    moisture.get().orElse(null),
                    counted.get().orElse(null),
                    named.get().orElse(null),
                    why.get(),
                    who.get(),
                    happened.get());
        }
    }
}
