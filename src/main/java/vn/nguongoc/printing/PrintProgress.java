package vn.nguongoc.printing;

/**
 * How far a file of labels is.
 *
 * @param done labels; some hundred of them may still be on their way to the file
 */
public record PrintProgress(State state, int done, int count) {

    /** What becomes of the file. */
    public enum State {
        /** Others are printed first. */
        WAITING,
        PRINTING,
        /** It can be fetched. */
        WHOLE,
        /** It was not made, or was removed long after; whoever asks for it has it made. */
        ABSENT,
        /** It could not be made; whoever asks for it has it tried again. */
        FAILED,
        /** The run was given up. */
        CANCELLED
    }

    /** Whether nothing more will happen unless somebody asks. */
    public boolean ended() {
        return state != State.WAITING && state != State.PRINTING;
    }
}
