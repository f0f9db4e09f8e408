package vn.nguongoc;

import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.hamcrest.Matchers.equalTo;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hamcrest.FeatureMatcher;
import org.hamcrest.Matcher;
import vn.nguongoc.shared.Refusal;
import vn.nguongoc.shared.Refused;

/** How tests expect a no: the refusal itself, with its numbers. */
public final class Refusals {
    private Refusals() {}

    /** For Axon's fixtures: {@code .expectException(refused(because))}. */
    public static Matcher<Refused> refused(Refusal because) {
        return new FeatureMatcher<>(equalTo(because), "refused because of", "refusal") {
            @Override
            protected Refusal featureValueOf(Refused refused) {
                return refused.refusal();
            }
        };
    }

    /** What the code said no with. */
    public static Refusal refusalOf(ThrowingCallable code) {
        var refused = catchThrowableOfType(Refused.class, code);
        if (refused == null) {
            throw new AssertionError("it was not refused");
        }
        return refused.refusal();
    }
}
