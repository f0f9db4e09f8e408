package vn.nguongoc.plot;

import static vn.nguongoc.Farm.CATALOGUE;
import static vn.nguongoc.Farm.HO_DAC_KIEN;
import static vn.nguongoc.Farm.P1;
import static vn.nguongoc.Farm.on;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import vn.nguongoc.Farm;
import vn.nguongoc.organisation.OrganisationCommand.AskClaims;
import vn.nguongoc.organisation.OrganisationCommand.Vouch;
import vn.nguongoc.plot.PlotCommand.ClaimLand;
import vn.nguongoc.plot.PlotCommand.CloseCycle;
import vn.nguongoc.plot.PlotCommand.CorrectActivity;
import vn.nguongoc.plot.PlotCommand.CorrectHarvest;
import vn.nguongoc.plot.PlotCommand.Harvest;
import vn.nguongoc.plot.PlotCommand.RecordActivity;
import vn.nguongoc.seed.SeedCommand.GiveBackSeed;
import vn.nguongoc.seed.SeedCommand.TakeSeed;
import vn.nguongoc.seed.SeedCommand.VouchForStocking;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.Refusal;
import vn.nguongoc.shared.Refused;

/** A plot whose neighbours, the other rooms, say yes to all it asks unless told otherwise, and remember it. */
abstract class PlotTest {
    FixtureConfiguration<FarmPlot> farm = new AggregateTestFixture<>(FarmPlot.class);
    final List<Object> asked = new ArrayList<>();
    final Set<String> certified = new HashSet<>();
    private final Map<Class<?>, RuntimeException> refusing = new HashMap<>();

    @BeforeEach
    void aPlotWithNeighbours() {
        farm = new AggregateTestFixture<>(FarmPlot.class);
        farm.registerInjectableResource(CATALOGUE)
                .registerInjectableResource(Farm.FILES)
                .registerInjectableResource(farm.getEventStore())
                .registerInjectableResource(DefaultCommandGateway.builder()
                        .commandBus(farm.getCommandBus())
                        .build());
        for (var command :
                List.of(Vouch.class, TakeSeed.class, GiveBackSeed.class, VouchForStocking.class, ClaimLand.class)) {
            farm.registerCommandHandler(command, asking -> answer(asking.getPayload()));
        }
        farm.registerCommandHandler(AskClaims.class, asking -> {
            answer(asking.getPayload());
            return certified;
        });
    }

    private String answer(Object command) {
        asked.add(command);
        var no = refusing.get(command.getClass());
        if (no != null) {
            throw no;
        }
        return "yes";
    }

    void says(Class<?> command, Refusal no) {
        says(command, new Refused(no));
    }

    void says(Class<?> command, RuntimeException no) {
        refusing.put(command, no);
    }

    <T> List<T> asked(Class<T> command) {
        return asked.stream().filter(command::isInstance).map(command::cast).toList();
    }

    // ---- commands

    static RecordActivity doing(String kind, String dayMonth, Map<String, String> fields) {
        return new RecordActivity(P1, HO_DAC_KIEN, kind, fields, on(dayMonth));
    }

    static CorrectActivity correcting(int number, @Nullable Map<String, String> fields, String dayMonth) {
        return new CorrectActivity(P1, HO_DAC_KIEN, number, fields, "ghi nhầm", "NV-01", on(dayMonth));
    }

    static Harvest harvesting(String product, LotId lot, Mass quantity, @Nullable String count, String dayMonth) {
        return new Harvest(P1, HO_DAC_KIEN, product, lot, quantity, null, decimal(count), null, false, on(dayMonth));
    }

    static Harvest last(Harvest harvest) {
        return new Harvest(
                harvest.plot(),
                harvest.cooperative(),
                harvest.product(),
                harvest.lot(),
                harvest.quantity(),
                harvest.moisturePercent(),
                harvest.countPerKilogram(),
                harvest.block(),
                true,
                harvest.happenedAt());
    }

    static CorrectHarvest reweighing(int cycle, LotId lot, Mass quantity, @Nullable String count, String dayMonth) {
        return new CorrectHarvest(P1, HO_DAC_KIEN, cycle, lot, quantity, decimal(count), on(dayMonth));
    }

    static CloseCycle closing(String dayMonth) {
        return new CloseCycle(P1, HO_DAC_KIEN, on(dayMonth));
    }

    static @Nullable BigDecimal decimal(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
