package vn.nguongoc.buyer;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.nguongoc.view.Milestone;

/** Whoever adds a member to a history says here whether strangers may read it. */
class PublicRecordTest {
    private static final Set<String> TOLD = Set.of(
            "after",
            "at",
            "before",
            "block",
            "cause",
            "celsius",
            "countPerKilogram",
            "cycle",
            "device",
            "facility",
            "fact",
            "feedConversion",
            "field",
            "fields",
            "findings",
            "flags",
            "from",
            "inputs",
            "kind",
            "laboratory",
            "losses",
            "lot",
            "measurements",
            "moisturePercent",
            "number",
            "outputs",
            "pieces",
            "plot",
            "product",
            "quantity",
            "readings",
            "reason",
            "report",
            "season",
            "seed",
            "seedLot",
            "shipment",
            "startedAt",
            "step",
            "test",
            "tests",
            "to",
            "values",
            "verdict",
            "warmMinutes");

    @Test
    void what_is_told_of_each_thing_that_happened_was_decided_member_by_member() {
        var members = records(Milestone.class)
                .flatMap(it -> Stream.of(it.getRecordComponents()))
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(members).contains("by", "proposedBy", "approvedBy", "onBehalfOf", "evidence");
        members.removeAll(PublicRecord.NOT_TOLD);
        assertThat(members).containsExactlyInAnyOrderElementsOf(TOLD);
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Stream.of(type.getPermittedSubclasses()).flatMap(PublicRecordTest::records);
    }
}
