package vn.nguongoc.printing.web;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import vn.nguongoc.labelling.event.LabelRunId;
import vn.nguongoc.printing.PrintProgress;
import vn.nguongoc.printing.Prints;

/** Tells browsers how far a file is, a few times a second while it changes, until nothing more happens. */
@Component
class ProgressFeed {
    private static final Logger log = LoggerFactory.getLogger(ProgressFeed.class);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Prints prints;

    ProgressFeed(Prints prints) {
        this.prints = prints;
    }

    SseEmitter of(LabelRunId run, int reprint) {
        prints.progress(prints.run(run), reprint); // what is not there is refused before anything is sent
        var emitter = new SseEmitter(LONGEST.toMillis());
        Thread.ofVirtual().name("progress of " + run).start(() -> tell(run, reprint, emitter));
        return emitter;
    }

    private void tell(LabelRunId run, int reprint, SseEmitter emitter) {
        try {
            var until = System.nanoTime() + LONGEST.toNanos();
            @Nullable PrintProgress told = null;
            while ((told == null || !told.ended()) && prints.isRunning() && System.nanoTime() < until) {
                var now = prints.progress(prints.run(run), reprint);
                if (!now.equals(told)) {
                    emitter.send(now);
                }
                told = now;
                Thread.sleep(PAUSE);
            }
            emitter.complete();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            emitter.complete();
        } catch (IOException | IllegalStateException e) {
            log.debug("Nobody listens any more to the progress of {}", run, e);
        } catch (RuntimeException e) {
            emitter.completeWithError(e);
        }
    }
}
