package vn.nguongoc.recall;

import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.eventlog.Recorder;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.shared.Stamp;

/**
 * What the service does of its own accord while it reads the log: each act is stored once, however often its cause is
 * read, and a rule that says no is no reason to stop reading.
 */
@Component
class Acts {
    private static final Logger log = LoggerFactory.getLogger(Acts.class);
    private static final String TENANT = "descent";
    private static final String ACTOR = "nguongoc";

    private final Recorder recorder;

    Acts(Recorder recorder) {
        this.recorder = recorder;
    }

    /**
     * @param key of the act; the same act always has the same
     * @return false if it was refused for good
     * @throws Refused if the database is too busy: the cause is then read again
     */
    boolean once(String key, Object command) {
        try {
            recorder.carryOut(Stamp.of(TENANT, key, key.getBytes(StandardCharsets.UTF_8), ACTOR), command);
            return true;
        } catch (Refused refused) {
            if (LogRefusal.passesBy(refused.refusal())) {
                throw refused;
            }
            log.warn("{} {} was refused for good: {}", command.getClass().getSimpleName(), key, refused.refusal());
            return false;
        }
    }
}
