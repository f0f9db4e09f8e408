package vn.nguongoc;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import vn.nguongoc.eventlog.CopyCommand;
import vn.nguongoc.eventlog.Fsck;
import vn.nguongoc.mongo.MongoConnection;

/** What the jar can do beside serving. */
enum Work {
    /** Builds the history anew from the log. */
    REBUILD,
    /** Checks the log. */
    FSCK,
    /** Copies the log into another database. */
    COPY;

    private static final int FAILED = 8;
    private static final int MISUSED = 64;

    private Class<?>[] configuration() {
        return switch (this) {
            case REBUILD -> new Class<?>[] {NguonGoc.class};
            case FSCK -> new Class<?>[] {MongoConnection.class, EventFamilies.class, Fsck.class};
            case COPY -> new Class<?>[] {MongoConnection.class, CopyCommand.class};
        };
    }

    /** The work that the arguments name; nothing if the service is to serve. */
    static @Nullable Work named(String[] arguments) {
        var word = Stream.of(arguments).filter(it -> !it.startsWith("-")).findFirst();
        if (word.isEmpty()) {
            return null;
        }
        return Stream.of(values())
                .filter(work -> work.word().equals(word.get()))
                .findFirst()
                .orElseGet(() -> endMisused(word.get()));
    }

    private static Work endMisused(String word) {
        System.err.println("There is no command " + word + ". There are: "
                + String.join(", ", Stream.of(values()).map(Work::word).toList())
                + "; without a command the service starts.");
        System.exit(MISUSED);
        throw new IllegalStateException();
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @return the exit code; 8 if the work could not be begun, which was said then */
    int run(String[] arguments) {
        try {
            var application = new SpringApplicationBuilder(configuration())
                    .web(WebApplicationType.NONE)
                    .logStartupInfo(false)
                    .properties(Map.of("nguongoc.mongo.create", "false"))
                    .build();
            return SpringApplication.exit(application.run(arguments));
        } catch (RuntimeException e) {
            return FAILED; // Spring has told why
        }
    }
}
