package vn.nguongoc.history;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import vn.nguongoc.generations.Generation;
import vn.nguongoc.generations.Generations;
import vn.nguongoc.generations.Memory;
import vn.nguongoc.generations.ViewKey;
import vn.nguongoc.generations.Views;
import vn.nguongoc.label.Keyring;
import vn.nguongoc.label.Serial;
import vn.nguongoc.label.SerialUnit;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.view.ViewOfLabelRun;

/** Which unit a serial belongs to. */
@Component
public class Units {
    private static final int BYTES_OF_A_RUN = 4 << 10;

    /** Runs of labels, by what their serials are made of. */
    private static final Memory<ViewOfLabelRun> RUNS = new Memory<>(4L << 20, it -> BYTES_OF_A_RUN);

    private final Function<SerialUnit, Optional<ViewOfLabelRun>> runs;
    private final UnaryOperator<Optional<IssuedUnit>> found;
    private final Keyring keyring;

    @Autowired
    Units(Generations generations, Keyring keyring) {
        this(unit -> remembered(generations.served(), unit), generations::found, keyring);
    }

    /** Reads each time. */
    Units(Supplier<Views> views, UnaryOperator<Optional<IssuedUnit>> found, Keyring keyring) {
        this(unit -> read(views.get(), unit), found, keyring);
    }

    /** @param found refuses to say that nothing is there while it might only not be there yet */
    private Units(
            Function<SerialUnit, Optional<ViewOfLabelRun>> runs,
            UnaryOperator<Optional<IssuedUnit>> found,
            Keyring keyring) {
        this.runs = runs;
        this.found = found;
        this.keyring = keyring;
    }

    private static Optional<ViewOfLabelRun> remembered(Generation served, SerialUnit unit) {
        return served.answers(RUNS).of(ViewOfLabelRun.address(unit.key(), unit.run()), keys -> {
            var run = read(served.views(), unit);
            run.ifPresent(it -> keys.add(ViewKey.of(ViewOfLabelRun.class, it.id())));
            return run;
        });
    }

    private static Optional<ViewOfLabelRun> read(Views views, SerialUnit unit) {
        return views.labelRunWith(unit.key(), unit.run()).map(Views.Seen::view);
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
                : found.apply(possible.stream()
                        .map(this::issued)
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    private Optional<IssuedUnit> issued(SerialUnit unit) {
        int number = unit.number() + 1;
        return runs.apply(unit).filter(run -> number <= run.count()).map(run -> IssuedUnit.of(run, number));
    }
}
