package vn.nguongoc.eventlog;

import java.util.concurrent.CompletableFuture;
import org.bson.BsonDocument;

/** What a {@link Proxy} does to the next request that is a given command, and what came of it. */
final class Fault {
    private final Kind kind;
    private final String command;
    private final CompletableFuture<Message> request = new CompletableFuture<>();
    private final CompletableFuture<BsonDocument> answer = new CompletableFuture<>();
    private final CompletableFuture<Boolean> delivery = new CompletableFuture<>();

    Fault(Kind kind, String command) {
        this.kind = kind;
        this.command = command;
    }

    enum Kind {
        /** The server does as it is asked; instead of its answer the driver sees the connection break. */
        LOSE_ANSWER,
        /** The connection breaks when half of the request is through. */
        CUT_REQUEST,
        /** The request stays on the way until it is delivered; the driver may give it up, the network does not. */
        HOLD_REQUEST,
        /** From this request on every connection there is swallows all, both ways, and stays open. New ones work. */
        SILENCE
    }

    Kind kind() {
        return kind;
    }

    boolean strikes(Message candidate) {
        return candidate.isCommand(command);
    }

    void hits(Message message) {
        request.complete(message);
    }

    boolean isAnsweredBy(Message message) {
        return request.isDone() && message.answers() == request.join().id() && answer.complete(message.body());
    }

    /** For the test: returns when it has struck. */
    void awaitStrike() {
        Await.done(request);
    }

    /** For the test: lets the request that is held back go on to the server, and returns the server's answer. */
    BsonDocument deliver() {
        awaitStrike();
        delivery.complete(true);
        return awaitAnswer();
    }

    /** For the test: what the server answered. */
    BsonDocument awaitAnswer() {
        return Await.done(answer);
    }

    void awaitDelivery() {
        Await.done(delivery);
    }
}
