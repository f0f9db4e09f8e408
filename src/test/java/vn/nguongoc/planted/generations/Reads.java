package vn.nguongoc.planted.generations;

import org.springframework.modulith.NamedInterface;

/** What every room may use. */
@NamedInterface("reading")
public interface Reads {}
