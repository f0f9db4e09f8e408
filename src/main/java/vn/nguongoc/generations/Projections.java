package vn.nguongoc.generations;

import java.util.List;

/** What makes views of events, known to those who know the events. */
public interface Projections {
    /** Event handlers that write into these views, in the order in which an event is told to them. */
    List<Object> into(Views views);
}
