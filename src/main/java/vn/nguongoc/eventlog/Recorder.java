package vn.nguongoc.eventlog;

import java.util.Objects;
import java.util.Optional;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.lock.DeadlockException;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AnnotationCommandTargetResolver;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.ConcurrencyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.nguongoc.shared.Receipt;
import vn.nguongoc.shared.Refusal;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.shared.Stamp;

/**
 * The way into the log: one request, one command, one commit, once. A request that was stored before gets its first
 * receipt again and does nothing.
 */
@Component
public final class Recorder {
    /** Under this key an event's metadata names who recorded it. */
    public static final String ACTOR = "actor";

    private static final Logger log = LoggerFactory.getLogger(Recorder.class);
    private static final int TRIES = 5;
    private static final ScopedValue<Recording> CURRENT = ScopedValue.newInstance();

    private static final CommandTargetResolver TARGETS =
            AnnotationCommandTargetResolver.builder().build();

    private final CommandGateway commands;
    private final Commits commits;
    private final Versions versions;
    private final Gate gate;

    Recorder(CommandGateway commands, Commits commits, Versions versions, Gate gate) {
        this.commands = commands;
        this.commits = commits;
        this.versions = versions;
        this.gate = gate;
    }

    /**
     * Sends the command and returns when its events are stored.
     *
     * @throws Refused if whoever asks may not, a rule said no, the thing is not at the version that the stamp expects,
     *     or its key was used for another request; nothing is stored then
     */
    public Receipt record(Stamp stamp, Object command) {
        admit(stamp, command);
        return decide(stamp, command)
                .orElseThrow(() -> new IllegalStateException(command.getClass() + " was accepted but stored nothing"));
    }

    /**
     * Asks the gate beforehand, where something is looked at before the command is sent, so that nobody learns from the
     * answer what is there.
     *
     * @throws Refused if whoever asks may not send it
     */
    public void admit(Stamp stamp, Object command) {
        gate.admit(stamp.actor(), command);
    }

    /**
     * Like {@link #record}, for what the service does of its own accord while it follows the log: no gate, a commit of
     * its own, whatever unit of work the caller is in, and a command that finds nothing to do stores nothing.
     *
     * @throws Refused if a rule said no, or the stamp's key was used for another request; nothing is stored then
     */
    public Optional<Receipt> carryOut(Stamp stamp, Object command) {
        if (!CurrentUnitOfWork.isStarted()) {
            return decide(stamp, command);
        }
        var following = CurrentUnitOfWork.get();
        CurrentUnitOfWork.clear(following);
        try {
            return decide(stamp, command);
        } finally {
            CurrentUnitOfWork.set(following);
        }
    }

    /** @return nothing if the command was accepted and there was nothing to store */
    private Optional<Receipt> decide(Stamp stamp, Object command) {
        var before = stored(stamp);
        if (before.isPresent()) {
            return before;
        }
        requireVersion(stamp, command);
        for (int tries = 1; ; tries++) {
            try {
                return send(stamp, command);
            } catch (Appender.AlreadyStored e) {
                return Optional.of(again(stamp, e.commit()));
            } catch (ConcurrencyException | DeadlockException e) {
                if (tries == TRIES) {
                    throw new Refused(new LogRefusal.TooManyAtOnce(TRIES));
                }
                log.debug(
                        "Somebody else was faster; deciding {} again",
                        command.getClass().getSimpleName());
            } catch (Refused e) {
                return Optional.of(storedMeanwhile(stamp, e, command));
            } catch (AggregateNotFoundException e) {
                var id = String.valueOf(e.getAggregateIdentifier());
                return Optional.of(storedMeanwhile(stamp, new Refused(new LogRefusal.NotFound(id)), command));
            }
        }
    }

    /** A rule that says no to a copy may only see what the first of the copies has just done. */
    private Receipt storedMeanwhile(Stamp stamp, Refused refused, Object command) {
        var stored = stored(stamp);
        if (stored.isEmpty() && isAboutWhatIsThere(refused.refusal())) {
            var version = versions.asOf(target(command), Long.MAX_VALUE).orElse(-1);
            Recording.refuseIfMoved(stamp.expected(), version);
        }
        return stored.orElseThrow(() -> refused);
    }

    /** Then somebody who meant another version learns that first. What is not theirs tells no version. */
    private static boolean isAboutWhatIsThere(Refusal refusal) {
        return refusal.refusalKind() == Refusal.Kind.INVALID || refusal.refusalKind() == Refusal.Kind.CONFLICT;
    }

    private Optional<Receipt> stored(Stamp stamp) {
        var commit = commits.withId(stamp.commitId());
        if (commit.isPresent()) {
            commits.confirm();
        }
        return commit.map(it -> again(stamp, it));
    }

    private static void requireVersion(Stamp stamp, Object command) {
        if (command instanceof Rewrites && stamp.expected() instanceof Stamp.Expected.Unsaid) {
            throw new Refused(new LogRefusal.VersionUnsaid());
        }
    }

    private static String target(Object command) {
        return TARGETS.resolveTarget(GenericCommandMessage.asCommandMessage(command))
                .getIdentifier();
    }

    private Optional<Receipt> send(Stamp stamp, Object command) {
        var meant = stamp.expected() instanceof Stamp.Expected.OneOf ? target(command) : null;
        var recording = Recording.of(stamp, meant);
        ScopedValue.where(CURRENT, recording).run(() -> commands.sendAndWait(command));
        return recording.receipt();
    }

    private static Receipt again(Stamp stamp, Commit stored) {
        if (!Objects.equals(stored.draft().request(), stamp.request())) {
            throw new Refused(new LogRefusal.KeyUsedForAnotherRequest());
        }
        return stored.receipt();
    }

    static Recording current() {
        return CURRENT.isBound() ? CURRENT.get() : Recording.ofTheService();
    }
}
