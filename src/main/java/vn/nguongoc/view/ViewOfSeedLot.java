package vn.nguongoc.view;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.seed.event.SeedEvent.Outcome;
import vn.nguongoc.seed.event.SeedLotKey;
import vn.nguongoc.seed.event.SeedQuantity;
import vn.nguongoc.shared.Flag;
import vn.nguongoc.shared.OrganisationId;

/**
 * Seed or post-larvae that were received.
 *
 * @param product what grows from it
 * @param tests in the order of recording
 * @param flags doubts about what was received
 */
public record ViewOfSeedLot(
        SeedLotKey id,
        OrganisationId cooperative,
        String number,
        String product,
        SeedQuantity quantity,
        SeedQuantity left,
        String supplier,
        @Nullable String grade,
        @Nullable BigDecimal germinationPercent,
        @Nullable String quarantineCertificate,
        List<SeedTest> tests,
        List<Flag> flags,
        OffsetDateTime since)
        implements View {
    public ViewOfSeedLot with(SeedTest test) {
        return with(left, OneMore.after(tests, test));
    }

    public ViewOfSeedLot withLeft(SeedQuantity nowLeft) {
        return with(nowLeft, tests);
    }

    private ViewOfSeedLot with(SeedQuantity nowLeft, List<SeedTest> all) {
        return new ViewOfSeedLot(
                id,
                cooperative,
                number,
                product,
                quantity,
                nowLeft,
                supplier,
                grade,
                germinationPercent,
                quarantineCertificate,
                all,
                flags,
                since);
    }

    /** What one test of post-larvae found. */
    public record SeedTest(
            Milestone.Fact fact,
            List<String> pathogens,
            Outcome outcome,
            @Nullable OrganisationId laboratory,
            @Nullable String report,
            LocalDate sampledOn) {}
}
