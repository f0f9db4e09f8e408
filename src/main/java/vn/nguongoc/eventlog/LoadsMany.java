package vn.nguongoc.eventlog;

import java.util.List;

/** A command whose handlers load many aggregates: how these begin is read together, not one by one. */
public interface LoadsMany {

    /** Ids of those that will be loaded, as far as the command tells. */
    List<String> aggregates();
}
