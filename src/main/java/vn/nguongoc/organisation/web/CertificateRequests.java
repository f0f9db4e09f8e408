package vn.nguongoc.organisation.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.evidence.FileId;
import vn.nguongoc.organisation.OrganisationCommand.AddCertificate;
import vn.nguongoc.organisation.OrganisationCommand.WithdrawCertificate;
import vn.nguongoc.organisation.event.Certificate;
import vn.nguongoc.organisation.event.Certificate.CoveredPlot;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.PlotId;
import vn.nguongoc.web.Form;
import vn.nguongoc.web.Form.Quantity;
import vn.nguongoc.web.Form.Read;

/** The bodies of requests to {@code …/certificates}, as they come: every field may be missing or wrong. */
final class CertificateRequests {
    private CertificateRequests() {}

    record Addition(
            @Nullable String scheme,
            @Nullable String number,
            @Nullable String certifier,
            @Nullable List<String> products,
            @Nullable List<PlotPart> plots,
            @Nullable String facility,
            @Nullable String market,
            @Nullable Quantity area,
            @Nullable String validFrom,
            @Nullable String validUntil,
            @Nullable List<String> evidence,
            @Nullable String happenedAt) {

        AddCertificate command(OrganisationId holder) {
            var form = new Form();
            var certificate = certificate(form);
            var happened = form.happenedAt("/happenedAt", happenedAt);
            form.refuseFaults();
            return new AddCertificate(holder, certificate.get(), happened.get());
        }

        private Supplier<Certificate> certificate(Form form) {
            var under = form.text("/scheme", scheme);
            var numbered = form.text("/number", number);
            var by = optional(form, "/certifier", certifier);
            var of = form.each("/products", products, (part, product, i) -> part.text("", product));
            var covering = form.any("/plots", plots, (part, plot, i) -> plot.read(part));
            var at = optional(form, "/facility", facility);
            var forMarket = optional(form, "/market", market);
            var whole = area == null ? null : form.area("/area", area);
            var from = form.date("/validFrom", validFrom);
            var until = form.date("/validUntil", validUntil);
            var shown = form.any("/evidence", evidence, (part, file, i) -> part.of("", file, FileId::new));
            return () -> new Certificate(
                    under.get(),
                    numbered.get(),
                    by.get().orElse(null),
                    of.stream().map(Read::get).collect(Collectors.toSet()),
                    covering.stream().map(Supplier::get).toList(),
                    at.get().orElse(null),
                    forMarket.get().orElse(null),
                    whole == null ? null : whole.get(),
                    from.get(),
                    until.get(),
                    shown.stream().map(Read::get).toList());
        }

        private static Read<Optional<String>> optional(Form form, String field, @Nullable String value) {
            return form.optional(value, it -> form.text(field, it));
        }
    }

    record PlotPart(@Nullable String plot, @Nullable Quantity area) {
        Supplier<CoveredPlot> read(Form form) {
            var covered = form.of("/plot", plot, PlotId::new);
            var certified = form.area("/area", area);
            return () -> new CoveredPlot(covered.get(), certified.get());
        }
    }

    record Withdrawal(
            @Nullable String scheme,
            @Nullable String number,
            @Nullable String from,
            @Nullable String reason,
            @Nullable String happenedAt) {

        WithdrawCertificate command(OrganisationId holder) {
            var form = new Form();
            var under = form.text("/scheme", scheme);
            var numbered = form.text("/number", number);
            var since = form.date("/from", from);
            var because = form.text("/reason", reason);
            var happened = form.happenedAt("/happenedAt", happenedAt);
            form.refuseFaults();
            return new WithdrawCertificate(
                    holder, under.get(), numbered.get(), since.get(), because.get(), happened.get());
        }
    }
}
