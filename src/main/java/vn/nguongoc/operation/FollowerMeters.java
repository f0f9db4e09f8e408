package vn.nguongoc.operation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import vn.nguongoc.eventlog.FollowerStatus;
import vn.nguongoc.eventlog.Followers;
import vn.nguongoc.eventlog.SetAsideEvents;

/**
 * Gauges of each follower, tagged {@code follower} (its name without the number of a generation; of two, the foremost):
 * {@code nguongoc.follower.lag.events} it has not seen, {@code nguongoc.follower.lag.age} of the oldest of them in
 * seconds, {@code nguongoc.dead.letters} it set aside with those that wait behind them. Each is read when somebody
 * asks, not in between.
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
        followers.works().forEach(work -> bind(registry, work));
    }

    private void bind(MeterRegistry registry, String work) {
        Gauge.builder(
                        "nguongoc.follower.lag.events",
                        () -> followers
                                .foremost(work)
                                .map(FollowerStatus::behind)
                                .orElse(0L))
                .description("Events of the log that this follower has not seen")
                .tag(FOLLOWER, work)
                .register(registry);
        TimeGauge.builder(
                        "nguongoc.follower.lag.age",
                        () -> followers
                                .foremost(work)
                                .map(FollowerStatus::ageMillis)
                                .orElse(0L),
                        TimeUnit.MILLISECONDS)
                .description("How long ago the oldest event was recorded that this follower has not seen")
                .tag(FOLLOWER, work)
                .register(registry);
        Gauge.builder(
                        "nguongoc.dead.letters",
                        () -> followers.namesOf(work).stream()
                                .mapToLong(events::count)
                                .sum())
                .description("Events that this follower set aside, with those that wait behind them")
                .tag(FOLLOWER, work)
                .register(registry);
    }
}
