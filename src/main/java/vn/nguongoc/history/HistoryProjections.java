package vn.nguongoc.history;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.generations.Projections;
import vn.nguongoc.generations.Views;
import vn.nguongoc.lists.CropSeasons;
import vn.nguongoc.lists.LotEntries;
import vn.nguongoc.lists.SeasonEntries;

/** All projections of the history. */
@Component
class HistoryProjections implements Projections {
    private final Catalogue catalogue;

    HistoryProjections(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public List<Object> into(Views views) {
        var seasons = new SeasonEntries(views, catalogue);
        return List.of(
                new AuditProjection(views), // before what people are now: who leaves had duties
                new IdentityProjection(views),
                new HistoryProjection(views),
                new PlotProjection(views, seasons),
                new LotProjection(views, new LotEntries(views, new CropSeasons(catalogue)), seasons),
                new FlowProjection(views),
                new LabelProjection(views),
                new FarmerProjection(views));
    }
}
