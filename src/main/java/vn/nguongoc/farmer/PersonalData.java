package vn.nguongoc.farmer;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import vn.nguongoc.eventlog.Recorder;
import vn.nguongoc.farmer.FarmerCommand.CorrectData;
import vn.nguongoc.farmer.FarmerCommand.EnterFarmer;
import vn.nguongoc.farmer.event.Commitment;
import vn.nguongoc.farmer.event.FarmerKey;
import vn.nguongoc.farmer.event.Field;
import vn.nguongoc.shared.Receipt;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.shared.Stamp;

/**
 * What is known of people: the facts go to the log as commitments, what opens them stays beside it. Openings are
 * written before the fact, so that no fact that was acknowledged lacks its own; what a crash or a refusal leaves over
 * is swept. Whoever is erased is erased in the log first and then here: a crash in between is made good by the follower
 * {@link WhenAFarmerIsErasedThenDestroyTheKey}, and nothing is acknowledged before both are done.
 */
@Component
public final class PersonalData {
    private static final String MAC = "HmacSHA256";

    private final Recorder recorder;
    private final PersonKeys keys;
    private final Openings openings;
    private final Clock clock;

    PersonalData(Recorder recorder, PersonKeys keys, Openings openings, Clock clock) {
        this.recorder = recorder;
        this.keys = keys;
        this.openings = openings;
        this.clock = clock;
    }

    // ---- recording

    /** @throws Refused if a rule said no */
    public Receipt enter(Stamp stamp, FarmerKey farmer, Map<Field, String> values, OffsetDateTime at) {
        return record(stamp, values, commitments -> new EnterFarmer(farmer, commitments, at), keys::require);
    }

    /** @throws Refused if a rule said no */
    public Receipt correct(Stamp stamp, FarmerKey farmer, Map<Field, String> values, OffsetDateTime at) {
        return record(stamp, values, commitments -> new CorrectData(farmer, commitments, at), keys::known);
    }

    private Receipt record(
            Stamp stamp,
            Map<Field, String> values,
            Function<List<Commitment>, FarmerCommand> command,
            Function<FarmerKey, SecretKey> keyOf) {
        var fresh = values.entrySet().stream()
                .map(it -> Opening.fresh(it.getKey(), it.getValue()))
                .toList();
        var recording = command.apply(fresh.stream().map(Opening::commitment).toList());
        recorder.admit(stamp, recording);
        var key = keyOf.apply(recording.farmer());
        openings.add(recording.farmer(), fresh, key, clock.instant());
        return recorder.record(hidden(stamp, key), recording);
    }

    /**
     * The log keeps the digest of a request to know it again. Of one that holds a name or a number, which can be
     * guessed, it gets one under the person's key, that goes with them.
     */
    private static Stamp hidden(Stamp stamp, SecretKey key) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key.getEncoded(), MAC));
            var digest = mac.doFinal(stamp.request().getBytes(StandardCharsets.US_ASCII));
            return new Stamp(stamp.commitId(), HexFormat.of().formatHex(digest), stamp.actor(), stamp.expected());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + MAC, e);
        }
    }

    /**
     * What holds no value. Who was erased by it is erased when this returns.
     *
     * @throws Refused if a rule said no
     */
    public Receipt record(Stamp stamp, FarmerCommand command) {
        var receipt = recorder.record(stamp, command);
        if (command instanceof FarmerCommand.Erase) {
            destroy(command.farmer());
        }
        return receipt;
    }

    // ---- forgetting

    /** Destroys what opens these commitments of a person. */
    void drop(FarmerKey farmer, Collection<String> digests) {
        openings.drop(farmer, digests);
    }

    /** Destroys their key and all their openings; done twice it is done. */
    void destroy(FarmerKey farmer) {
        keys.destroy(farmer);
        openings.destroy(farmer);
    }
}
