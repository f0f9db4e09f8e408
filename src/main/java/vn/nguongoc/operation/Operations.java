package vn.nguongoc.operation;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nguongoc.eventlog.Recorder;
import vn.nguongoc.eventlog.Retries;
import vn.nguongoc.generations.HistoryProgress;
import vn.nguongoc.operation.OperationCommand.AskRebuild;
import vn.nguongoc.operation.OperationCommand.AskRetry;
import vn.nguongoc.operation.event.OperationId;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.shared.Stamp;
import vn.nguongoc.shared.Vietnam;
import vn.nguongoc.web.Caller;

/**
 * Does what whoever runs the service asks for, after the log says who asked; each time anew, since it is no fact of a
 * farm.
 */
@Component
public class Operations {
    private final Recorder recorder;
    private final HistoryProgress history;
    private final Retries retries;
    private final Clock clock;

    Operations(Recorder recorder, HistoryProgress history, Retries retries, Clock clock) {
        this.recorder = recorder;
        this.history = history;
        this.retries = retries;
        this.clock = clock;
    }

    /**
     * Begins to tell the history anew, or goes on if that is being done.
     *
     * @throws Refused if the caller does not run the service
     */
    public void rebuild(Caller caller) {
        record(caller, AskRebuild::new);
        history.rebuild();
    }

    /**
     * Tries one event again that was set aside, with those that wait behind it.
     *
     * @return nothing if there is none
     * @throws Refused if the caller does not run the service
     */
    public Optional<Retries.Retried> retry(Caller caller, String letter) {
        record(caller, (id, now) -> new AskRetry(id, letter, null, now));
        return retries.one(letter);
    }

    /**
     * Tries all again.
     *
     * @param follower whose; null for all followers'
     * @throws Refused if the caller does not run the service
     */
    public Retries.All retryAll(Caller caller, @Nullable String follower) {
        record(caller, (id, now) -> new AskRetry(id, null, follower, now));
        return retries.all(follower);
    }

    private void record(Caller caller, BiFunction<OperationId, OffsetDateTime, OperationCommand> command) {
        var stamp = Stamp.of(caller.tenant(), "operation " + UUID.randomUUID(), new byte[0], caller.actor());
        recorder.record(
                stamp, command.apply(OperationId.of(stamp), clock.instant().atOffset(Vietnam.OFFSET)));
    }
}
