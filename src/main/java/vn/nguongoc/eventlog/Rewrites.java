package vn.nguongoc.eventlog;

/**
 * A command that changes the meaning of what somebody recorded before. Two people who do so at once would undo each
 * other unawares, so whoever sends it must say which version they have seen.
 */
public interface Rewrites {}
