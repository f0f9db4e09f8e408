package vn.nguongoc.operation;

import java.util.List;
import vn.nguongoc.shared.Refusal;

/** Why the operation room says no. */
public sealed interface OperationRefusal extends Refusal {

    /**
     * Nobody of that name follows the log.
     *
     * @param followers those who do
     */
    record NoSuchFollower(String follower, List<String> followers) implements OperationRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.INVALID;
        }
    }
}
