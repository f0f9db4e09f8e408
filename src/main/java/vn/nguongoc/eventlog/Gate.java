package vn.nguongoc.eventlog;

import vn.nguongoc.shared.Refused;
import vn.nguongoc.shared.Stamp;

/** Whom the log takes a command from; asked before the command is decided, and before a repeated one is answered. */
public interface Gate {

    /** @throws Refused if whoever sent it may not; nothing is stored then */
    void admit(Stamp stamp, Object command);
}
