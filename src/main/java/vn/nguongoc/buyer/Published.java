package vn.nguongoc.buyer;

import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.evidence.FileId;
import vn.nguongoc.history.LotHistory;
import vn.nguongoc.view.Exhibit;
import vn.nguongoc.view.Milestone;

/**
 * Which files everybody may read. A file is public only because a laboratory's result in a lot's history, or a
 * certificate behind what is claimed of the lot, names it: papers that were made to be shown, of what the lot's page
 * tells anyway. What a harvest, a step or work in the field names is for those who see the lot: people and homes are in
 * photographs. What no fact names nobody sees but its organisation.
 */
@Component
public class Published {
    private final Catalogue catalogue;

    Published(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The public file of this name that the lot's page leads to. */
    public Optional<Exhibit> find(LotHistory history, FileId file) {
        var results = history.milestones().stream().flatMap(Published::report);
        var papers = Certificates.of(history, catalogue).stream()
                .flatMap(it -> Exhibit.of(it.holder().id(), it.paper().evidence()).stream());
        return Stream.concat(results, papers)
                .filter(it -> it.file().equals(file))
                .findFirst();
    }

    private static Stream<Exhibit> report(Milestone milestone) {
        return milestone instanceof Milestone.LabResult it ? it.evidence().stream() : Stream.empty();
    }
}
