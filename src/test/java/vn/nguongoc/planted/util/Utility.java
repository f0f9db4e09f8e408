package vn.nguongoc.planted.util;

/** A drawer for everything. */
public interface Utility {}
