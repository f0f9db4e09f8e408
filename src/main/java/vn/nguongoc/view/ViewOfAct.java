package vn.nguongoc.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.shared.OrganisationId;

/**
 * One administrative act: who was let in, what they may do, who certified whom, what whoever runs the service did.
 *
 * @param fact when, and who did it
 * @param what the event's stable name, {@code person.duty-granted}
 * @param organisation that it concerns, if it concerns one
 * @param about id of the person, key or organisation, or a certificate's number; absent where there is none
 * @param words of what it was about: codes of duties, wards and schemes, a reason; as recorded
 */
public record ViewOfAct(
        Milestone.Fact fact,
        String what,
        @Nullable OrganisationId organisation,
        @Nullable String about,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> words)
        implements View {

    public ViewOfAct {
        words = words == null ? List.of() : List.copyOf(words);
    }

    /** Of the event at this position of the log. */
    public static String id(long position) {
        return "act-%012x".formatted(position);
    }
}
