package vn.nguongoc;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.catalogue.CatalogueFiles;
import vn.nguongoc.evidence.Exhibits;
import vn.nguongoc.evidence.FileId;
import vn.nguongoc.lot.event.LotEvent.LotHarvested;
import vn.nguongoc.lot.event.Pedigree;
import vn.nguongoc.lot.event.TradeItem;
import vn.nguongoc.organisation.event.OrganisationEvent.CooperativeRegistered;
import vn.nguongoc.organisation.event.OrganisationEvent.PartnerRegistered;
import vn.nguongoc.organisation.event.PartnerKind;
import vn.nguongoc.plot.event.PlotEvent.ActivityRecorded;
import vn.nguongoc.plot.event.PlotEvent.CycleOpened;
import vn.nguongoc.plot.event.PlotEvent.PlotRegistered;
import vn.nguongoc.shared.Gs1;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.PlotId;

/** The farm that tests speak of: one cooperative, plots P1 (2 ha) and P2 (1.5 ha), one winter–spring season of ST25. */
public final class Farm {
    public static final OrganisationId HO_DAC_KIEN = new OrganisationId("htx-0000000000000001");
    public static final OrganisationId HOA_TU = new OrganisationId("htx-0000000000000002");
    public static final OrganisationId PARTNER = new OrganisationId("org-0000000000000001");
    public static final PlotId P1 = new PlotId("plot-0000000000000001");
    public static final PlotId P2 = new PlotId("plot-0000000000000002");
    public static final LotId LOT = new LotId("lot-0000000000000001");
    public static final LotId OTHER_LOT = new LotId("lot-0000000000000002");
    public static final String PADDY = "paddy-st25";
    public static final Catalogue CATALOGUE = CatalogueFiles.catalogue();

    /** A file of every organisation's; none has another. */
    public static final FileId FILE = new FileId("sha256-" + "1".repeat(64));

    public static final Exhibits FILES =
            (keeper, files) -> files.stream().filter(it -> !it.equals(FILE)).collect(Collectors.toSet());

    private Farm() {}

    /** Eight in the morning, Vietnamese time, of a day of 2026 written day-month. */
    public static OffsetDateTime on(String dayMonth) {
        var parts = dayMonth.split("-", 2);
        var day = LocalDate.of(2026, Integer.parseInt(parts[1]), Integer.parseInt(parts[0]));
        return OffsetDateTime.of(day, LocalTime.of(8, 0), ZoneOffset.ofHours(7));
    }

    public static LocalDate day(String dayMonth) {
        return on(dayMonth).toLocalDate();
    }

    public static Mass kilograms(long kilograms) {
        return Mass.kilograms(kilograms);
    }

    public static BigDecimal percent(String value) {
        return new BigDecimal(value);
    }

    public static CooperativeRegistered cooperative() {
        return new CooperativeRegistered(
                HO_DAC_KIEN, "HTX Hồ Đắc Kiện Xanh", new Gs1("9520001009013"), "31570", on("01-01"));
    }

    /** A partner of this kind without a location number. */
    public static PartnerRegistered partner(PartnerKind kind) {
        return new PartnerRegistered(PARTNER, "Đối tác", kind, null, null, on("01-01"));
    }

    /** P1, a rice field of two hectares. */
    public static PlotRegistered plot() {
        return new PlotRegistered(
                P1,
                HO_DAC_KIEN,
                "P1",
                "rice-field",
                20_000,
                "31570",
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                on("01-01"));
    }

    /** Cycle 1 on P1, with 130 kg of seed. */
    public static CycleOpened cycle() {
        return new CycleOpened(
                P1, 1, PADDY, "dong-xuan", "SL-ST25-2601-01", kilograms(130), null, List.of(), on("02-01"));
    }

    public static ActivityRecorded sown(int kilograms) {
        return activity("sowing", "08-01", Map.of("seed", String.valueOf(kilograms)), null);
    }

    /** A spray after which no harvest is allowed before {@code harvestFrom}. */
    public static ActivityRecorded sprayed(String active, String dayMonth, @Nullable LocalDate harvestFrom) {
        return activity("pesticide", dayMonth, Map.of("active", active), harvestFrom);
    }

    private static ActivityRecorded activity(
            String kind, String dayMonth, Map<String, String> fields, @Nullable LocalDate harvestFrom) {
        return done(1, kind, dayMonth, fields, harvestFrom);
    }

    /** An activity of that cycle on P1, as the catalogue's kinds have it, whose number nobody looks at. */
    public static ActivityRecorded done(
            int cycle, String kind, String dayMonth, Map<String, String> fields, @Nullable LocalDate harvestFrom) {
        var known = CATALOGUE.activity(kind).orElseThrow();
        return new ActivityRecorded(
                P1,
                cycle,
                kind,
                known.revision(),
                fields,
                harvestFrom,
                null,
                known.effect().name(),
                List.of(),
                on(dayMonth));
    }

    /** A lot harvested from P1 on 24 April at 24.5 % moisture. */
    public static LotHarvested harvested(LotId lot, long kilograms) {
        return new LotHarvested(
                lot,
                HO_DAC_KIEN,
                P1,
                1,
                PADDY,
                kilograms(kilograms),
                percent("24.5"),
                null,
                null,
                null,
                Pedigree.of(on("24-04")),
                List.of(),
                on("24-04"));
    }

    /** Bags of 5 kg under the demonstration GTIN. */
    public static TradeItem bags(String number) {
        return new TradeItem(new Gs1("9520001000010"), number, kilograms(5), LocalDate.of(2027, 5, 18));
    }
}
