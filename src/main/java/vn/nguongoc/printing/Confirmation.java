package vn.nguongoc.printing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import org.springframework.stereotype.Component;
import vn.nguongoc.eventlog.Recorder;
import vn.nguongoc.labelling.LabellingCommand.ConfirmPrinted;
import vn.nguongoc.labelling.LabellingRefusal;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.shared.Stamp;
import vn.nguongoc.shared.Vietnam;

/** Records that a run was printed, once, however many processes print it. */
@Component
class Confirmation {
    private static final String SERVICE = "nguongoc";

    private final Recorder recorder;

    Confirmation(Recorder recorder) {
        this.recorder = recorder;
    }

    /** @throws CancellationException if the run was given up meanwhile */
    void printed(Sheet sheet, Instant at) {
        if (sheet.reprint() > 0) {
            return;
        }
        var key = "printed/" + sheet.run();
        try {
            recorder.carryOut(
                    Stamp.of(SERVICE, key, key.getBytes(StandardCharsets.UTF_8), SERVICE),
                    new ConfirmPrinted(sheet.run(), at.atOffset(Vietnam.OFFSET)));
        } catch (Refused refused) {
            if (refused.refusal() instanceof LabellingRefusal.AlreadyCancelled) {
                throw new CancellationException("given up");
            }
            throw refused;
        }
    }
}
