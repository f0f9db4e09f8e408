package vn.nguongoc.lists;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nguongoc.generations.Generations;
import vn.nguongoc.generations.Views;
import vn.nguongoc.labelling.event.LabelKind;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.view.ViewOfLabelRun;

/** Runs of labels by the time they were ordered, newest first: of a lot, or of an organisation. */
@Component
public class LabelRuns {
    private static final String RUNS = "label-runs/";

    /** The list of those whose file was never whole. */
    private static final String UNPRINTED = RUNS + "unprinted/";

    private static final int AT_ONCE = 100;

    private final Generations generations;

    LabelRuns(Generations generations) {
        this.generations = generations;
    }

    // ---- writing

    public static void enter(Views views, ViewOfLabelRun run) {
        var place = ListKeys.place(run);
        for (var list : List.of(list(run.organisation()), list(run.lot()))) {
            views.enter(list + place, run.id().value());
        }
        if (views.current(ViewOfLabelRun.class, run.id()).isEmpty()) {
            views.enter(UNPRINTED + place, run.id().value());
        }
    }

    public static void strikeUnprinted(Views views, ViewOfLabelRun run) {
        views.strike(UNPRINTED + ListKeys.place(run));
    }

    private static String list(OrganisationId organisation) {
        return RUNS + organisation + "/";
    }

    private static String list(LotId lot) {
        return RUNS + lot + "/";
    }

    // ---- reading

    /** A page of at most {@code limit} runs that this organisation ordered. */
    public Page<ViewOfLabelRun> of(OrganisationId organisation, @Nullable String cursor, int limit) {
        return page(list(organisation), cursor, limit);
    }

    /** A page of at most {@code limit} runs for this lot. */
    public Page<ViewOfLabelRun> of(LotId lot, @Nullable String cursor, int limit) {
        return page(list(lot), cursor, limit);
    }

    /** How many labels for single units this lot has that are not void. */
    public long ofUnits(LotId lot) {
        long labels = 0;
        @Nullable String cursor = null;
        do {
            var page = of(lot, cursor, AT_ONCE);
            labels += page.items().stream()
                    .filter(run -> run.kind() == LabelKind.UNITS)
                    .mapToLong(run -> run.count() - run.voided().size())
                    .sum();
            cursor = page.cursor();
        } while (cursor != null);
        return labels;
    }

    /** A page of at most {@code limit} runs that are still to be printed. */
    public Page<ViewOfLabelRun> unprinted(@Nullable String cursor, int limit) {
        return page(UNPRINTED, cursor, limit);
    }

    private Page<ViewOfLabelRun> page(String list, @Nullable String cursor, int limit) {
        return Listed.page(
                generations.views(), ViewOfLabelRun.class, it -> it.id().value(), list, cursor, limit);
    }
}
