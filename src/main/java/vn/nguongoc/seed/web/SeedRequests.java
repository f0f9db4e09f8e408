package vn.nguongoc.seed.web;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.seed.SeedCommand.ReceiveSeed;
import vn.nguongoc.seed.SeedCommand.RecordSeedTest;
import vn.nguongoc.seed.event.SeedEvent.Outcome;
import vn.nguongoc.seed.event.SeedLotKey;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.Refusal;
import vn.nguongoc.web.Form;
import vn.nguongoc.web.Form.Quantity;
import vn.nguongoc.web.Form.Read;

/** The bodies of requests to {@code /api/seed-lots}, as they come: every field may be missing or wrong. */
final class SeedRequests {
    private SeedRequests() {}

    /** A lot named in the address; what is no key is no lot. */
    static SeedLotKey lot(String cooperative, String number) {
        return LogRefusal.named(
                cooperative + "/" + number, it -> new SeedLotKey(new OrganisationId(cooperative), number));
    }

    /** @param pieces of what is stocked; what is sown has a {@code quantity} */
    record Reception(
            @Nullable String cooperative,
            @Nullable String number,
            @Nullable String product,
            @Nullable Quantity quantity,
            @Nullable String pieces,
            @Nullable String supplier,
            @Nullable String grade,
            @Nullable String germinationPercent,
            @Nullable String quarantineCertificate,
            @Nullable String happenedAt) {
        ReceiveSeed command() {
            var form = new Form();
            var by = form.of("/cooperative", cooperative, Reception::cooperative);
            var numbered = form.of("/number", number, SeedLotKey::requireNumber);
            var of = form.text("/product", product);
            var weighing = quantity == null ? null : form.mass("/quantity", quantity);
            var counting = form.optional(pieces, it -> form.pieces("/pieces", it));
            var from = form.text("/supplier", supplier);
            var graded = form.optional(grade, it -> form.text("/grade", it));
            var germinating = form.optional(germinationPercent, it -> form.decimal("/germinationPercent", it));
            var certified = form.optional(quarantineCertificate, it -> form.text("/quarantineCertificate", it));
            var happened = form.happenedAt("/happenedAt", happenedAt);
            form.refuseFaults();
            return new ReceiveSeed(
                    new SeedLotKey(by.get(), numbered.get()),
                    of.get(),
                    weighing == null ? null : weighing.get(),
                    counting.get().orElse(null),
                    from.get(),
                    graded.get().orElse(null),
                    germinating.get().orElse(null),
                    certified.get().orElse(null),
                    happened.get());
        }

        private static OrganisationId cooperative(String text) {
            return SeedLotKey.requireCooperative(new OrganisationId(text));
        }
    }

    record Test(
            @Nullable List<String> pathogens,
            @Nullable String outcome,
            @Nullable String laboratory,
            @Nullable String report,
            @Nullable String sampledOn,
            @Nullable String happenedAt) {
        RecordSeedTest command(SeedLotKey lot) {
            var form = new Form();
            var lookedFor = form.each("/pathogens", pathogens, (part, code, i) -> part.text("", code));
            var found = form.of("/outcome", outcome, Test::outcome);
            var where = form.optional(laboratory, it -> form.of("/laboratory", it, OrganisationId::new));
            var reported = form.optional(report, it -> form.text("/report", it));
            var sampled = form.date("/sampledOn", sampledOn);
            var happened = form.happenedAt("/happenedAt", happenedAt);
            form.refuseFaults();
            return new RecordSeedTest(
                    lot,
                    lookedFor.stream().map(Read::get).collect(Collectors.toSet()),
                    found.get(),
                    where.get().orElse(null),
                    reported.get().orElse(null),
                    sampled.get(),
                    happened.get());
        }

        private static Outcome outcome(String text) {
            return switch (text) {
                case "NEGATIVE" -> Outcome.NEGATIVE;
                case "POSITIVE" -> Outcome.POSITIVE;
                default -> throw new Refusal.WrongForm("one-of", "NEGATIVE, POSITIVE");
            };
        }
    }
}
