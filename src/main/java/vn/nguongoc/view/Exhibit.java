package vn.nguongoc.view;

import java.util.List;
import vn.nguongoc.evidence.FileId;
import vn.nguongoc.shared.OrganisationId;

/**
 * A file that a fact names.
 *
 * @param keeper the organisation that sent it and has it
 */
public record Exhibit(OrganisationId keeper, FileId file) {

    public static List<Exhibit> of(OrganisationId keeper, List<FileId> files) {
        return files.stream().map(it -> new Exhibit(keeper, it)).toList();
    }
}
