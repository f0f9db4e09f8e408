package vn.nguongoc.eventlog;

import vn.nguongoc.shared.Refused;

/** Whom the log takes a command from; asked before the command is decided, and before a repeated one is answered. */
public interface Gate {

    /**
     * Lets a command pass.
     *
     * @param actor who sent it, as the record names them
     * @throws Refused if they may not; nothing is stored then
     */
    void admit(String actor, Object command);
}
