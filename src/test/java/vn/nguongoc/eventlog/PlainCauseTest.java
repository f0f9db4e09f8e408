package vn.nguongoc.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.GenericEventMessage;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import vn.nguongoc.Farm;
import vn.nguongoc.organisation.event.OrganisationEvent;
import vn.nguongoc.organisation.event.OrganisationEvent.CooperativeRegistered;
import vn.nguongoc.shared.Gs1;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.Refused;

/** Why an event was set aside, for anybody to read. */
class PlainCauseTest {
    private static final OrganisationId COOPERATIVE = new OrganisationId("htx-w44vw0nrjdjvf2c5");
    private static final CooperativeRegistered EVENT =
            new CooperativeRegistered(COOPERATIVE, "Bà Tư", new Gs1("9520001009013"), "31570", Farm.on("01-01"));
    private static final EventSerializer SERIALIZER =
            new EventSerializer(EventTypes.of(List.of(OrganisationEvent.class)));

    private static String cause(Throwable thrown) {
        return PlainCause.of(thrown, GenericEventMessage.asEventMessage(EVENT), SERIALIZER)
                .message();
    }

    @Test
    void our_own_words_are_told_without_the_events_words_but_with_its_ids() {
        assertThat(cause(new IllegalStateException("Bà Tư of " + COOPERATIVE + " in 31570 has no Bà Tưx")))
                .matches(
                        "IllegalStateException in PlainCauseTest\\.java:\\d+: … of htx-w44vw0nrjdjvf2c5 in … has no Bà Tưx");
    }

    @Test
    void it_is_one_line_of_200_characters_at_most() {
        assertThat(cause(new IllegalStateException("one\ntwo"))).endsWith(": one");
        assertThat(cause(new IllegalStateException("a".repeat(300))))
                .hasSize(200)
                .endsWith("a…");
        assertThat(cause(new IllegalStateException())).matches(".*:\\d+");
    }

    @Test
    void what_a_library_says_is_not_told_only_where_it_met_us() {
        var thrown = catchThrowable(() -> Integer.parseInt("Bà Tư"));
        assertThat(cause(thrown)).matches("NumberFormatException in PlainCauseTest\\.java:\\d+");
        var refused = new MongoWriteException(
                new WriteError(11000, "dup key: { name: \"Bà Tư\" }", new BsonDocument()),
                new ServerAddress(),
                Set.of());
        assertThat(cause(refused)).endsWith(": 11000").doesNotContain("Bà Tư");
    }

    @Test
    void a_refusal_is_told_by_its_code() {
        assertThat(cause(new Refused(new LogRefusal.NotFound("Bà Tư")))).isEqualTo("Refused: log/not-found");
    }
}
