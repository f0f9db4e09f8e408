package vn.nguongoc.history;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.nguongoc.label.Keyring;
import vn.nguongoc.label.Serial;
import vn.nguongoc.label.SerialUnit;
import vn.nguongoc.shared.Refused;

/** Which unit a serial belongs to. */
@Component
public class Units {
    private final Generations generations;
    private final Keyring keyring;

    Units(Generations generations, Keyring keyring) {
        this.generations = generations;
        this.keyring = keyring;
    }

    /**
     * The unit, in one read of the database by key, or none where its run was asked for before and has not changed. A
     * serial that was made up is told from the keys alone, without any read, but for one in a million.
     *
     * @return empty if no such label was ever ordered
     * @throws Refused if the history cannot tell yet
     */
    public Optional<IssuedUnit> find(Serial serial) {
        var possible = keyring.keys().units(serial);
        return possible.isEmpty()
                ? Optional.empty()
                : generations.found(possible.stream()
                        .map(this::issued)
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    private Optional<IssuedUnit> issued(SerialUnit unit) {
        int number = unit.number() + 1;
        return run(unit).filter(run -> number <= run.count()).map(run -> IssuedUnit.of(run, number));
    }

    private Optional<View.OfLabelRun> run(SerialUnit unit) {
        var served = generations.served();
        return served.runs().of(View.OfLabelRun.address(unit.key(), unit.run()), read -> {
            var run = served.views().labelRunWith(unit.key(), unit.run()).map(Views.Seen::view);
            run.ifPresent(it -> read.add(ViewKey.of(View.OfLabelRun.class, it.id())));
            return run;
        });
    }
}
