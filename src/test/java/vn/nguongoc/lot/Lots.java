package vn.nguongoc.lot;

import static vn.nguongoc.Farm.CATALOGUE;
import static vn.nguongoc.Farm.HO_DAC_KIEN;
import static vn.nguongoc.Farm.LOT;
import static vn.nguongoc.Farm.bags;
import static vn.nguongoc.Farm.kilograms;
import static vn.nguongoc.Farm.on;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.Farm;
import vn.nguongoc.lot.LotCommand.TakeNumber;
import vn.nguongoc.lot.event.HoldCause;
import vn.nguongoc.lot.event.LotEvent.LotHeld;
import vn.nguongoc.lot.event.LotEvent.LotProduced;
import vn.nguongoc.lot.event.Pedigree;
import vn.nguongoc.lot.event.TradeItem;
import vn.nguongoc.organisation.OrganisationCommand.Party;
import vn.nguongoc.organisation.OrganisationCommand.Vouch;
import vn.nguongoc.organisation.event.PartnerKind;
import vn.nguongoc.plot.PlotCommand;
import vn.nguongoc.shared.Gs1;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.ShipmentId;
import vn.nguongoc.shared.StepId;

/** What tests of lots speak of. */
final class Lots {
    static final StepId STEP = new StepId("step-0000000000000001");
    static final ShipmentId SHIPMENT = new ShipmentId("ship-0000000000000001");
    static final OrganisationId LAB = new OrganisationId("org-0000000000000001");
    static final OrganisationId MILL = new OrganisationId("org-0000000000000002");

    private Lots() {}

    /** A lot whose neighbours, which have tests of their own, say yes. */
    static FixtureConfiguration<HarvestLot> barn() {
        var barn = new AggregateTestFixture<>(HarvestLot.class);
        barn.registerInjectableResource(CATALOGUE)
                .registerInjectableResource(Farm.FILES)
                .registerInjectableResource(DefaultCommandGateway.builder()
                        .commandBus(barn.getCommandBus())
                        .build())
                .registerCommandHandler(
                        PlotCommand.Harvest.class,
                        harvest -> new PlotCommand.Picked(1, Set.of(), Map.of(), Map.of(), List.of(), List.of()))
                .registerCommandHandler(PlotCommand.CorrectHarvest.class, correct -> "corrected")
                .registerCommandHandler(Vouch.class, vouch -> new Party(LAB, "Phòng thử", PartnerKind.LABORATORY))
                .registerCommandHandler(TakeNumber.class, take -> "taken");
        return barn;
    }

    /** A lot that a step made on 18 May. */
    static LotProduced made(String product, Mass quantity, @Nullable TradeItem item, Pedigree pedigree) {
        return new LotProduced(
                LOT, HO_DAC_KIEN, STEP, product, quantity, null, null, item, null, pedigree, on("18-05"));
    }

    /** 7,500 kg of ST25 in bags of 5 kg. */
    static LotProduced packedRice() {
        return made("packed-rice-st25", kilograms(7_500), bags("A"), Pedigree.UNKNOWN);
    }

    /** 4,000 kg of peeled whiteleg shrimp, frozen, in boxes of 10 kg. */
    static LotProduced frozenShrimp() {
        return made("packed-whiteleg-pd", kilograms(4_000), boxes(), Pedigree.UNKNOWN);
    }

    static TradeItem boxes() {
        return new TradeItem(new Gs1("9520002000019"), "PD-1", kilograms(10), LocalDate.of(2027, 6, 18));
    }

    static LotHeld held(String hold, HoldCause cause, @Nullable String test, String dayMonth) {
        return new LotHeld(LOT, hold, cause, test, "vì", "KCS-01", on(dayMonth));
    }

    static Pedigree claiming(String... claims) {
        return new Pedigree(on("24-04"), new TreeSet<>(Set.of(claims)), new TreeMap<>(), new TreeMap<>());
    }

    static Pedigree passed(String test, LocalDate day) {
        return Pedigree.of(on("24-04")).passing(test, day);
    }

    /** Minutes after eight in the morning of 20 June. */
    static OffsetDateTime minutes(long minutes) {
        return on("20-06").plusMinutes(minutes);
    }
}
