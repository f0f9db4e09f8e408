package vn.nguongoc.printing.web;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.label.LabelFormat;
import vn.nguongoc.labelling.LabellingCommand.Activate;
import vn.nguongoc.labelling.LabellingCommand.Cancel;
import vn.nguongoc.labelling.LabellingCommand.Reprint;
import vn.nguongoc.labelling.LabellingCommand.Withdraw;
import vn.nguongoc.labelling.event.LabelKind;
import vn.nguongoc.labelling.event.LabelNumbers;
import vn.nguongoc.labelling.event.LabelNumbers.Range;
import vn.nguongoc.labelling.event.LabelRunId;
import vn.nguongoc.labelling.event.LabellingEvent.Paper;
import vn.nguongoc.printing.Ordering;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.Refusal;
import vn.nguongoc.view.Codes;
import vn.nguongoc.web.Form;
import vn.nguongoc.web.Form.Read;
import vn.nguongoc.web.PersonCode;
import vn.nguongoc.web.Words;

/** The bodies of requests to {@code /api/label-runs}, as they come: every field may be missing or wrong. */
final class LabelRequests {
    private static final Pattern SEPARATORS = Pattern.compile("[,;\\s]+");
    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,8})(?:[-–](\\d{1,8}))?");
    private static final Pattern AROUND_DASH = Pattern.compile("\\s*[-–]\\s*");
    /** So that they are one entry of the log. */
    private static final int MOST_RANGES = 500;

    private LabelRequests() {}

    /** A run named in the address; what is no run's id is no run. */
    static LabelRunId run(String id) {
        return LogRefusal.named(id, LabelRunId::new);
    }

    /**
     * Numbers as people write them: {@code 1-12, 14}.
     *
     * @throws IllegalArgumentException if they are written otherwise
     */
    static LabelNumbers numbers(String text) {
        var parts = SEPARATORS
                .splitAsStream(AROUND_DASH.matcher(text.strip()).replaceAll("-"))
                .toList();
        if (parts.size() > MOST_RANGES) {
            throw new Refusal.WrongForm("label-ranges", String.valueOf(MOST_RANGES));
        }
        return new LabelNumbers(parts.stream().map(LabelRequests::range).toList());
    }

    private static Range range(String text) {
        var range = NUMBERS.matcher(text);
        if (!range.matches()) {
            throw new Refusal.WrongForm("label-numbers");
        }
        int first = Integer.parseInt(range.group(1));
        return new Range(first, range.group(2) == null ? first : Integer.parseInt(range.group(2)));
    }

    private static <E extends Enum<E>> E code(Class<E> type, String text) {
        return Codes.named(type, text)
                .orElseThrow(() -> new Refusal.WrongForm("one-of", String.join(", ", Codes.of(type))));
    }

    private static Locale language(String text) {
        return Optional.of(Locale.of(text))
                .filter(Words.LANGUAGES::contains)
                .orElseThrow(() -> new Refusal.WrongForm(
                        "one-of",
                        String.join(
                                ", ",
                                Words.LANGUAGES.stream()
                                        .map(Locale::getLanguage)
                                        .toList())));
    }

    private static Integer place(String text) {
        if (!text.matches("[1-9]\\d{0,3}")) {
            throw new Refusal.WrongForm("label-place");
        }
        return Integer.valueOf(text);
    }

    static BigDecimal offset(String text) {
        if (!text.matches("-?\\d{1,2}(\\.\\d{1,2})?")) {
            throw new Refusal.WrongForm("millimetres");
        }
        return new BigDecimal(text);
    }

    private static <T> Read<Optional<T>> optional(
            Form form, String field, @Nullable String text, Function<String, T> read) {
        return form.optional(text == null || text.isBlank() ? null : text, it -> form.of(field, it, read));
    }

    /**
     * @param kind {@code units} or {@code lot}
     * @param format {@code pdf}, {@code zpl} or {@code tspl}; PDF if it is absent
     * @param language of the words on the labels; Vietnamese if it is absent
     * @param start first place of the first sheet that still has a label
     * @param right millimetres that the printer must print further to the right
     */
    record OrderingRun(
            @Nullable String organisation,
            @Nullable String lot,
            @Nullable String kind,
            @Nullable String count,
            @Nullable String preset,
            @Nullable String format,
            @Nullable String language,
            @Nullable String start,
            @Nullable String right,
            @Nullable String down,
            @Nullable String by,
            @Nullable String happenedAt) {

        Ordering read() {
            var form = new Form();
            var of = form.of("/organisation", organisation, OrganisationId::new);
            var which = form.of("/lot", lot, LotId::new);
            var what = form.of("/kind", kind, it -> code(LabelKind.class, it));
            var many = form.pieces("/count", count);
            var on = form.text("/preset", preset);
            var as = optional(form, "/format", format, it -> code(LabelFormat.class, it));
            var in = optional(form, "/language", language, LabelRequests::language);
            var from = optional(form, "/start", start, LabelRequests::place);
            var right = optional(form, "/right", this.right, LabelRequests::offset);
            var down = optional(form, "/down", this.down, LabelRequests::offset);
            var who = form.of("/by", by, PersonCode::require);
            var happened = form.happenedAt("/happenedAt", happenedAt);
            form.refuseFaults();
            var paper = new Paper(
                    on.get(),
                    as.get().orElse(LabelFormat.PDF),
                    from.get().orElse(1),
                    right.get().orElse(BigDecimal.ZERO),
                    down.get().orElse(BigDecimal.ZERO));
            return new Ordering(
                    of.get(),
                    which.get(),
                    what.get(),
                    (int) Math.min(many.get(), Integer.MAX_VALUE),
                    paper,
                    in.get().orElse(Words.VIETNAMESE),
                    who.get(),
                    happened.get());
        }
    }

    /**
     * What is said of labels of a run.
     *
     * @param labels their numbers: {@code 1-12, 14}
     * @param start of a reprint: first place of the first sheet that still has a label
     */
    record Saying(
            @Nullable String organisation,
            @Nullable String labels,
            @Nullable String reason,
            @Nullable String start,
            @Nullable String by,
            @Nullable String happenedAt) {

        Activate activation(LabelRunId run) {
            var form = new Form();
            var of = form.of("/organisation", organisation, OrganisationId::new);
            var which = form.of("/labels", labels, LabelRequests::numbers);
            var who = form.of("/by", by, PersonCode::require);
            var happened = form.happenedAt("/happenedAt", happenedAt);
            form.refuseFaults();
            return new Activate(run, of.get(), which.get(), who.get(), happened.get());
        }

        Withdraw withdrawal(LabelRunId run) {
            var form = new Form();
            var of = form.of("/organisation", organisation, OrganisationId::new);
            var which = form.of("/labels", labels, LabelRequests::numbers);
            var why = form.text("/reason", reason);
            var who = form.of("/by", by, PersonCode::require);
            var happened = form.happenedAt("/happenedAt", happenedAt);
            form.refuseFaults();
            return new Withdraw(run, of.get(), which.get(), why.get(), who.get(), happened.get());
        }

        Reprint reprint(LabelRunId run) {
            var form = new Form();
            var of = form.of("/organisation", organisation, OrganisationId::new);
            var which = form.of("/labels", labels, LabelRequests::numbers);
            var why = form.text("/reason", reason);
            var from = optional(form, "/start", start, LabelRequests::place);
            var who = form.of("/by", by, PersonCode::require);
            var happened = form.happenedAt("/happenedAt", happenedAt);
            form.refuseFaults();
            return new Reprint(run, of.get(), which.get(), from.get().orElse(1), why.get(), who.get(), happened.get());
        }

        Cancel cancellation(LabelRunId run) {
            var form = new Form();
            var of = form.of("/organisation", organisation, OrganisationId::new);
            var why = form.text("/reason", reason);
            var who = form.of("/by", by, PersonCode::require);
            var happened = form.happenedAt("/happenedAt", happenedAt);
            form.refuseFaults();
            return new Cancel(run, of.get(), why.get(), who.get(), happened.get());
        }
    }
}
