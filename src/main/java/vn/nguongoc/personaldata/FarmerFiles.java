package vn.nguongoc.personaldata;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nguongoc.farmer.FarmersNow;
import vn.nguongoc.farmer.FarmersNow.Told;
import vn.nguongoc.farmer.event.FarmerKey;
import vn.nguongoc.generations.Things;
import vn.nguongoc.lists.Farmers;
import vn.nguongoc.lists.Page;
import vn.nguongoc.personaldata.FarmerFile.Asked;
import vn.nguongoc.personaldata.FarmerFile.Everything;
import vn.nguongoc.personaldata.FarmerFile.Opened;
import vn.nguongoc.personaldata.FarmerFile.Sheet;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.Vietnam;
import vn.nguongoc.view.ViewOfFarmer;

/** Puts together what the record tells of farmers and what is kept beside it. */
@Component
public class FarmerFiles {
    private static final int TOGETHER = 200;

    private final Farmers farmers;
    private final FarmersNow now;
    private final Things things;
    private final Clock clock;

    FarmerFiles(Farmers farmers, FarmersNow now, Things things, Clock clock) {
        this.farmers = farmers;
        this.now = now;
        this.things = things;
        this.clock = clock;
    }

    /** A page of at most {@code limit} farmers of this organisation, by their codes. */
    public Page<Sheet> of(OrganisationId organisation, @Nullable String cursor, int limit) {
        var page = farmers.of(organisation, cursor, limit);
        var told = now.of(page.items().stream().map(ViewOfFarmer::id).toList()).stream()
                .collect(Collectors.toMap(Told::farmer, Function.identity()));
        return new Page<>(
                page.items().stream()
                        .map(it -> Sheet.of(it, told.get(it.id()), today()))
                        .toList(),
                page.cursor());
    }

    /** One of them. */
    public Optional<Sheet> find(FarmerKey farmer) {
        return things.find(ViewOfFarmer.class, farmer).map(it -> Sheet.of(it, told(farmer), today()));
    }

    private @Nullable Told told(FarmerKey farmer) {
        return now.of(List.of(farmer)).stream().findFirst().orElse(null);
    }

    /** Everything that is kept of one, for them to have. */
    public Optional<Everything> everything(FarmerKey farmer) {
        return things.find(ViewOfFarmer.class, farmer).map(it -> {
            var told = told(farmer);
            var opened = told == null
                    ? List.<Opened>of()
                    : told.openings().stream().map(Opened::of).toList();
            return new Everything(Sheet.of(it, told, today()), opened, records(farmer));
        });
    }

    private List<String> records(FarmerKey farmer) {
        var all = new ArrayList<String>();
        var page = farmers.records(farmer, null, TOGETHER);
        all.addAll(page.items());
        while (page.cursor() != null) {
            page = farmers.records(farmer, page.cursor(), TOGETHER);
            all.addAll(page.items());
        }
        return all;
    }

    /** A page of at most {@code limit} open requests of this organisation's farmers, those that are due first first. */
    public Page<Asked> waiting(OrganisationId organisation, @Nullable String cursor, int limit) {
        var page = farmers.waiting(organisation, cursor, limit);
        return new Page<>(
                page.items().stream()
                        .map(it -> Asked.of(it.farmer().code(), it.request(), today()))
                        .toList(),
                page.cursor());
    }

    private LocalDate today() {
        return Vietnam.day(clock.instant().atOffset(Vietnam.OFFSET));
    }
}
