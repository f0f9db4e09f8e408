package vn.nguongoc.scan;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/**
 * {@code nguongoc.scans.written} and {@code nguongoc.scans.lost} since the start, {@code nguongoc.scans.waiting} now,
 * {@code nguongoc.scans.unknown.networks}: networks that asked for serials that were never issued, as far as they are
 * remembered.
 */
@Component
class ScanMeters implements MeterBinder {
    private final ScanWriter writer;
    private final UnknownSerials unknown;

    ScanMeters(ScanWriter writer, UnknownSerials unknown) {
        this.writer = writer;
        this.unknown = unknown;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder(
                        "nguongoc.scans.written", writer, it -> it.figures().written())
                .description("Sessions that were written")
                .register(registry);
        FunctionCounter.builder(
                        "nguongoc.scans.lost", writer, it -> it.figures().lost())
                .description("Sessions that were not counted: too much waited, or the database took none")
                .register(registry);
        Gauge.builder("nguongoc.scans.waiting", writer, it -> it.figures().waiting())
                .description("Sessions that wait to be written")
                .register(registry);
        Gauge.builder("nguongoc.scans.unknown.networks", unknown, UnknownSerials::networks)
                .description("Networks that asked for serials that were never issued")
                .register(registry);
    }
}
