package vn.nguongoc.operation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import vn.nguongoc.eventlog.Followers;
import vn.nguongoc.eventlog.SetAsideEvents;

/**
 * Gauges of each follower, tagged {@code follower}: {@code nguongoc.follower.lag.events} it has not seen,
 * {@code nguongoc.follower.lag.age} of the oldest of them in seconds, {@code nguongoc.dead.letters} it set aside with
 * those that wait behind them. Each is read when somebody asks, not in between.
 */
@Component
class FollowerMeters implements MeterBinder {
    private static final String FOLLOWER = "follower";

    private final Followers followers;
    private final SetAsideEvents events;

    FollowerMeters(Followers followers, SetAsideEvents events) {
        this.followers = followers;
        this.events = events;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        followers.names().forEach(name -> bind(registry, name));
    }

    private void bind(MeterRegistry registry, String name) {
        Gauge.builder(
                        "nguongoc.follower.lag.events",
                        () -> followers.follower(name).behind())
                .description("Events of the log that this follower has not seen")
                .tag(FOLLOWER, name)
                .register(registry);
        TimeGauge.builder(
                        "nguongoc.follower.lag.age",
                        () -> followers.follower(name).ageMillis(),
                        TimeUnit.MILLISECONDS)
                .description("How long ago the oldest event was recorded that this follower has not seen")
                .tag(FOLLOWER, name)
                .register(registry);
        Gauge.builder("nguongoc.dead.letters", () -> events.count(name))
                .description("Events that this follower set aside, with those that wait behind them")
                .tag(FOLLOWER, name)
                .register(registry);
    }
}
