package vn.nguongoc.eventlog;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name and revision an event is stored under. Both are promises for ever: classes may move and be renamed, these
 * may not. A renamed, re-united or re-meant field is a new revision and an {@link Upcaster}.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface EventName {
    /** Room and past-tense fact, as in {@code lot.harvested}. */
    String value();

    int revision() default 1;
}
