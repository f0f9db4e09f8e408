package vn.nguongoc.view;

import java.util.SortedSet;
import vn.nguongoc.shared.LotId;

/**
 * Where and when grew what a lot was made of; known when it begins, and never changed.
 *
 * @param wards codes of the wards
 * @param seasons {@code dong-xuan-2026}
 */
public record ViewOfOrigin(LotId id, SortedSet<String> wards, SortedSet<String> seasons) implements View {}
