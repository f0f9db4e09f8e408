package vn.nguongoc.eventlog;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import vn.nguongoc.shared.Mass;

/** A fact of the size that a lot's have: what is hashed of it is about 500 bytes. */
sealed interface BenchmarkEvent {

    @EventName("benchmark.drawn")
    record Drawn(
            String lot,
            String cooperative,
            String step,
            String product,
            Mass quantity,
            BigDecimal moisturePercent,
            OffsetDateTime happenedAt)
            implements BenchmarkEvent {}

    static Drawn drawn(String lot, long sequence) {
        return new Drawn(
                lot,
                "coop-018f6f5e-0000-7000-8000-000000000001",
                "step-018f6f5e-0000-7000-8000-" + sequence,
                "rice.st25",
                Mass.kilograms(9900 - sequence),
                new BigDecimal("14.5"),
                OffsetDateTime.parse("2026-05-18T08:00:00+07:00"));
    }

    static DomainEventMessage<?> message(String lot, long sequence) {
        return new GenericDomainEventMessage<>("lot", lot, sequence, drawn(lot, sequence));
    }
}
