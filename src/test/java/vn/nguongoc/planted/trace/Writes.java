package vn.nguongoc.planted.trace;

import vn.nguongoc.planted.generations.Reads;
import vn.nguongoc.planted.generations.SendsCommands;

/** Reads, which it may, and takes hold of what only projections write into. */
public interface Writes {
    Reads allowed();

    SendsCommands forbidden();
}
