package vn.nguongoc.farmer;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nguongoc.farmer.FarmerCommand.AskFarmer;
import vn.nguongoc.farmer.FarmerCommand.Known;
import vn.nguongoc.farmer.event.ErasureCause;
import vn.nguongoc.farmer.event.FarmerKey;
import vn.nguongoc.farmer.event.Field;
import vn.nguongoc.farmer.event.Purpose;

/** What is known of people at this moment, and what of it they agreed to have told. */
@Component
public final class FarmersNow {
    private final CommandGateway commands;
    private final PersonKeys keys;
    private final Openings openings;

    FarmersNow(CommandGateway commands, PersonKeys keys, Openings openings) {
        this.commands = commands;
        this.keys = keys;
        this.openings = openings;
    }

    /**
     * A person as far as they may be told.
     *
     * @param erased why they were; absent if they were not
     * @param openings of each field that is kept; none of who was erased
     */
    public record Told(FarmerKey farmer, @Nullable ErasureCause erased, Set<Purpose> consents, List<Opening> openings) {

        /** What a field says, if it is kept. */
        public @Nullable String value(Field field) {
            return openings.stream()
                    .filter(it -> it.field() == field)
                    .findFirst()
                    .map(Opening::value)
                    .orElse(null);
        }

        /** Whether they agreed to one of these. */
        public boolean agreedTo(Purpose... purposes) {
            return Arrays.stream(purposes).anyMatch(consents::contains);
        }

        /** Tells nothing of the person. */
        @Override
        public String toString() {
            return "Told[" + farmer + "]";
        }
    }

    /**
     * What is known of these people now, in the order in which they are asked for; whoever was never entered is left
     * out. Each is asked for in the log, so that nobody who was erased or withdrew a consent is told of by a reader
     * that lags behind.
     */
    public List<Told> of(Collection<FarmerKey> farmers) {
        var known = new LinkedHashMap<FarmerKey, Known>();
        farmers.forEach(it -> ask(it).ifPresent(answer -> known.put(it, answer)));
        if (known.isEmpty()) {
            return List.of(); // most pages name nobody, and must not cost a read for it
        }
        var found = openings.find(keys.findAll(known.keySet()));
        return known.entrySet().stream()
                .map(it -> told(it.getKey(), it.getValue(), found.getOrDefault(it.getKey(), Map.of())))
                .toList();
    }

    private static Told told(FarmerKey farmer, Known known, Map<String, Opening> theirs) {
        var kept = known.current().values().stream()
                .filter(theirs::containsKey)
                .map(theirs::get)
                .sorted(Comparator.comparing(Opening::field))
                .toList();
        return new Told(farmer, known.erased(), known.consents(), kept);
    }

    /** Nothing of who was never entered. */
    Optional<Known> ask(FarmerKey farmer) {
        try {
            return Optional.of(commands.sendAndWait(new AskFarmer(farmer)));
        } catch (AggregateNotFoundException e) {
            return Optional.empty();
        }
    }
}
