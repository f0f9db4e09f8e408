package vn.nguongoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import vn.nguongoc.Api.Answer;

/** Requests in which things stand by a name, {@code <paddy>}, and what they are refused with. */
public final class Requests {
    private final Api api;
    private final EventStore log;
    private final Map<String, String> names = new HashMap<>();

    public Requests(Api api, EventStore log) {
        this.api = api;
        this.log = log;
    }

    /** From now on a thing has this name. */
    public void name(String name, String id) {
        names.put(name, id);
    }

    /** The id of what has this name. */
    public String of(String name) {
        return resolved("<" + name + ">");
    }

    /** What comes of a request that is accepted has this name. */
    public void name(String name, String path, String body) {
        name(name, post(path, body).created());
    }

    /** The lots that come out of a step have these names, in its order. */
    public void made(String body, String... lots) {
        var answer = post("/api/steps", body);
        answer.created();
        for (int i = 0; i < lots.length; i++) {
            name(lots[i], answer.json().get("lots").get(i).stringValue());
        }
    }

    public Answer post(String path, String body) {
        return api.post(resolved(path), resolved(body));
    }

    private String resolved(String text) {
        var all = text;
        for (var name : names.entrySet()) {
            all = all.replace("<" + name.getKey() + ">", name.getValue());
        }
        return all;
    }

    /**
     * It is refused in Vietnamese, with these words, and nothing is stored.
     *
     * @param type of the problem, as {@code lot/not-enough-left}
     * @param words that its detail must hold, numbers as Vietnamese writes them
     */
    public void expectRefusal(String path, String body, int status, String type, String... words) {
        var before = log.createHeadToken().position();
        var answer = post(path, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().get("type").stringValue()).endsWith("/problems/" + type);
        assertThat(answer.json().get("detail").stringValue())
                .contains(Stream.of(words).map(this::resolved).toList());
        assertThat(log.createHeadToken().position()).as("nothing is stored").isEqualTo(before);
    }

    /** A mass as a request has it. */
    public static String kg(String kilograms) {
        return "{'value':'%s','unit':'kg'}".formatted(kilograms);
    }

    /** What goes into a step, or on board. */
    public static String lot(String name, String kilograms) {
        return "{'lot':'<%s>','quantity':%s}".formatted(name, kg(kilograms));
    }
}
