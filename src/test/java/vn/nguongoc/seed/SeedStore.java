package vn.nguongoc.seed;

import static vn.nguongoc.Farm.CATALOGUE;
import static vn.nguongoc.Farm.HO_DAC_KIEN;
import static vn.nguongoc.Farm.PADDY;
import static vn.nguongoc.Farm.kilograms;
import static vn.nguongoc.Farm.on;
import static vn.nguongoc.Farm.percent;

import java.util.List;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.organisation.OrganisationCommand;
import vn.nguongoc.seed.event.SeedEvent.SeedReceived;
import vn.nguongoc.seed.event.SeedLotKey;
import vn.nguongoc.seed.event.SeedQuantity;
import vn.nguongoc.shared.Flag;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.Refused;

/**
 * What the tests of seed speak of: 250 kg of ST25 received on 2 January, and post-larvae of black tiger on 10 March.
 */
final class SeedStore {
    static final SeedLotKey SEED = new SeedLotKey(HO_DAC_KIEN, "SL-1");
    static final SeedLotKey LARVAE = new SeedLotKey(HO_DAC_KIEN, "PL-1");
    static final String TIGER = "black-tiger-hoso";
    static final OrganisationId LABORATORY = new OrganisationId("org-0000000000000001");
    static final OrganisationId NO_COOPERATIVE = new OrganisationId("htx-0000000000000009");
    static final OrganisationId NOBODY = new OrganisationId("org-0000000000000009");
    static final List<String> GROWN = List.of(TIGER, "paddy", PADDY, "whiteleg-hoso");

    private SeedStore() {}

    /** Of the organisations, which have tests of their own, all are there but two. */
    static FixtureConfiguration<SeedLot> fixture() {
        var store = new AggregateTestFixture<>(SeedLot.class);
        store.registerInjectableResource(CATALOGUE)
                .registerInjectableResource(DefaultCommandGateway.builder()
                        .commandBus(store.getCommandBus())
                        .build())
                .registerCommandHandler(OrganisationCommand.Vouch.class, vouch -> {
                    for (var absent : List.of(NO_COOPERATIVE, NOBODY)) {
                        if (vouch.getPayload().equals(new OrganisationCommand.Vouch(absent))) {
                            throw new Refused(new LogRefusal.NotFound(absent.value()));
                        }
                    }
                    return "is there";
                });
        return store;
    }

    static SeedQuantity weighing(Mass mass) {
        return new SeedQuantity(mass, null);
    }

    static SeedQuantity counting(long pieces) {
        return new SeedQuantity(null, pieces);
    }

    static SeedReceived received(@Nullable String germination, Flag... flags) {
        return new SeedReceived(
                SEED,
                PADDY,
                weighing(kilograms(250)),
                "Trại giống",
                "XN1",
                germination == null ? null : percent(germination),
                null,
                List.of(flags),
                on("02-01"));
    }

    static SeedReceived larvae(long pieces) {
        return new SeedReceived(
                LARVAE, TIGER, counting(pieces), "Trại tôm", "PL15", null, "KD-118", List.of(), on("10-03"));
    }
}
