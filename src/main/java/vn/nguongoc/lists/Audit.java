package vn.nguongoc.lists;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nguongoc.generations.Generations;
import vn.nguongoc.generations.Views;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.view.ViewOfAct;

/** Administrative acts, newest first: all of them, and those that concern an organisation. */
@Component
public class Audit {
    private static final String ACTS = "acts/";
    private static final String ALL = ACTS + "all/";

    private final Generations generations;

    Audit(Generations generations) {
        this.generations = generations;
    }

    /** @param concerned the organisations in whose lists it stands, too */
    public static void enter(Views views, ViewOfAct act, Stream<OrganisationId> concerned) {
        var position = act.fact().position();
        var place = ListKeys.latestFirst(position);
        Stream.concat(Stream.of(ALL), concerned.distinct().map(Audit::list))
                .forEach(list -> views.enter(list + place, ViewOfAct.id(position)));
    }

    private static String list(OrganisationId organisation) {
        return ACTS + organisation + "/";
    }

    /** @param organisation absent for all acts */
    public Page<ViewOfAct> acts(@Nullable OrganisationId organisation, @Nullable String cursor, int limit) {
        return Listed.page(
                generations.views(),
                ViewOfAct.class,
                it -> ViewOfAct.id(it.fact().position()),
                organisation == null ? ALL : list(organisation),
                cursor,
                limit);
    }
}
