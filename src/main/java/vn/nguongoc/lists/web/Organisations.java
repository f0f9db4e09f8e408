package vn.nguongoc.lists.web;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nguongoc.generations.Things;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.view.ViewOfOrganisation;

/** Organisations that lists are asked about. */
@Component
class Organisations {
    private final Things things;

    Organisations(Things things) {
        this.things = things;
    }

    /** The one of this parameter, if it is given; it must be there. */
    @Nullable
    OrganisationId named(ListQuery query, String parameter) {
        return query.one(parameter, List.of(), this::find);
    }

    /** The one of this parameter, which must be given. */
    OrganisationId required(ListQuery query, String parameter) {
        query.required(parameter);
        return Objects.requireNonNull(named(query, parameter));
    }

    private Optional<OrganisationId> find(String text) {
        try {
            return things.find(ViewOfOrganisation.class, new OrganisationId(text))
                    .map(ViewOfOrganisation::id);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
