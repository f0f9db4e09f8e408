package vn.nguongoc.history;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import vn.nguongoc.label.Keyring;
import vn.nguongoc.label.Serial;
import vn.nguongoc.label.SerialUnit;
import vn.nguongoc.shared.Refused;

/** Which unit a serial belongs to. */
@Component
public class Units {
    private final Supplier<Views> views;
    private final UnaryOperator<Optional<IssuedUnit>> found;
    private final Keyring keyring;

    @Autowired
    Units(Generations generations, Keyring keyring) {
        this(generations::views, generations::found, keyring);
    }

    /** @param found refuses to say that nothing is there while it might only not be there yet */
    Units(Supplier<Views> views, UnaryOperator<Optional<IssuedUnit>> found, Keyring keyring) {
        this.views = views;
        this.found = found;
        this.keyring = keyring;
    }

    /**
     * The unit, in one read of the database by key. A serial that was made up is told from the keys alone, without any
     * read, but for one in a million.
     *
     * @return empty if no such label was ever ordered
     * @throws Refused if the history cannot tell yet
     */
    public Optional<IssuedUnit> find(Serial serial) {
        var possible = keyring.keys().units(serial);
        return possible.isEmpty()
                ? Optional.empty()
                : found.apply(possible.stream()
                        .map(this::issued)
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    private Optional<IssuedUnit> issued(SerialUnit unit) {
        int number = unit.number() + 1;
        return views.get()
                .labelRunWith(unit.key(), unit.run())
                .map(Views.Seen::view)
                .filter(run -> number <= run.count())
                .map(run -> IssuedUnit.of(run, number));
    }
}
