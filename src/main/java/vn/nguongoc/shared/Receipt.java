package vn.nguongoc.shared;

import java.util.Map;

/**
 * What the event log answers to a stored command.
 *
 * @param position position in the log of the commit's last event, from 0
 * @param versions the last sequence number of each aggregate in the commit, by aggregate id
 */
public record Receipt(long position, Map<String, Long> versions) {

    public Receipt {
        versions = Map.copyOf(versions);
    }

    /** The version that the commit left this aggregate at. */
    public long versionOf(Object aggregateId) {
        var version = versions.get(aggregateId.toString());
        if (version == null) {
            throw new IllegalArgumentException(aggregateId + " is not in the commit at " + position);
        }
        return version;
    }
}
