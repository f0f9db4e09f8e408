package vn.nguongoc.personaldata;

import jakarta.annotation.PreDestroy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.nguongoc.eventlog.Recorder;
import vn.nguongoc.farmer.FarmerCommand.EraseUnlessActive;
import vn.nguongoc.farmer.Sweeping;
import vn.nguongoc.farmer.event.FarmerKey;
import vn.nguongoc.lists.Farmers;
import vn.nguongoc.shared.Stamp;
import vn.nguongoc.shared.Vietnam;

/**
 * Goes round each day: erases people whose time is over, each with an event of its own, and sweeps up what belongs to
 * no fact. The list of whom to look at may lag behind; the person's own record says whether it is time.
 */
@Component
@EnableConfigurationProperties(RetentionSettings.class)
class WhenNobodyNeedsToKnowAnyMoreThenErase {
    private static final Logger log = LoggerFactory.getLogger(WhenNobodyNeedsToKnowAnyMoreThenErase.class);
    private static final String TENANT = "retention";
    private static final String ACTOR = "nguongoc";
    private static final int TOGETHER = 100;

    /** Longer than any request takes, whatever its clock says. */
    private static final Duration ON_ITS_WAY = Duration.ofDays(1);

    private final Farmers farmers;
    private final Sweeping sweeping;
    private final Recorder recorder;
    private final Clock clock;
    private final int years;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("retention").factory());

    private @Nullable ScheduledFuture<?> rounds;

    WhenNobodyNeedsToKnowAnyMoreThenErase(
            Farmers farmers, Sweeping sweeping, Recorder recorder, Clock clock, RetentionSettings settings) {
        this.farmers = farmers;
        this.sweeping = sweeping;
        this.recorder = recorder;
        this.clock = clock;
        this.years = settings.years();
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        rounds = thread.scheduleWithFixedDelay(
                this::tryRound, 1, Duration.ofDays(1).toMinutes(), TimeUnit.MINUTES);
    }

    @PreDestroy
    void end() {
        if (rounds != null) {
            rounds.cancel(true);
        }
        thread.shutdownNow();
    }

    private void tryRound() {
        try {
            round(clock.instant());
        } catch (RuntimeException e) {
            log.warn(
                    "Nobody is erased just now; it is tried again tomorrow: {}",
                    e.getClass().getSimpleName());
        }
    }

    /** Everything there is to do now. */
    void round(Instant now) {
        var today = Vietnam.day(now.atOffset(Vietnam.OFFSET));
        var first = today.minusYears(years);
        for (var some = farmers.idleBefore(first, TOGETHER); !some.isEmpty(); ) {
            some.forEach(it -> erase(it, now));
            var rest = farmers.idleBefore(first, TOGETHER);
            some = rest.equals(some) ? List.of() : rest; // the list lags behind: it is looked at again
        }
        sweeping.sweep(now.minus(ON_ITS_WAY));
    }

    private void erase(FarmerKey farmer, Instant now) {
        var at = now.atOffset(Vietnam.OFFSET);
        var since = Vietnam.start(Vietnam.day(at).minusYears(years));
        var key = farmer + "/" + Vietnam.day(at);
        var stamp = Stamp.of(TENANT, key, key.getBytes(StandardCharsets.UTF_8), ACTOR);
        recorder.carryOut(stamp, new EraseUnlessActive(farmer, since, at));
    }
}
