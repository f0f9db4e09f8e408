package vn.nguongoc.doors;

import java.util.List;

/** What an address takes of whoever asks for it. */
sealed interface Access {

    /** Nothing: buyers do not sign in. */
    record Everybody() implements Access {}

    /** To have signed in. */
    record Anybody() implements Access {}

    /** To run the service. */
    record WhoRunsIt() implements Access {}

    /** To have signed in as somebody who may record; {@link Acts} says what. */
    record Recording() implements Access {}

    /** To have signed in as somebody who may record and read: it tells what recording that would do. */
    record Practising() implements Access {}

    /**
     * To see a thing.
     *
     * @param variable of the address, or parameter, that names it
     */
    record Seeing(Kind kind, String variable) implements Access {}

    /**
     * To speak for an organisation, or to run the service.
     *
     * @param variable of the address that names the organisation
     */
    record Heading(String variable) implements Access {}

    /** To see the thing of the first of these that the request names. */
    record SeeingOne(List<Seeing> alternatives) implements Access {}

    /** What can be seen or not. */
    enum Kind {
        /** That it is there, and its certificates. */
        ORGANISATION,
        /** What it has and does; who runs the service does not see them. */
        BOOKS,
        /** What is known of its farmers as people: for those who record for it. */
        FARMERS,
        /** All that is kept of one of them: for who answers for it. */
        EXPORTS,
        /** For those who inspect it. */
        WARD,
        PLOT,
        /** What is in it and where it came from. */
        LOT,
        /** How a lot is labelled, and scanned by buyers: for those who have or had it, not for who only tests it. */
        SALE,
        STEP,
        SHIPMENT,
        RECALL,
        LABEL_RUN
    }
}
