package vn.nguongoc.evidence;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.Refused;

/**
 * The files that a fact may name: those its organisation sent before. The fact keeps their ids, so whoever has a file
 * can check that it is the one that was meant. What was sent is never taken away again, so a file that is named stays.
 */
public interface Exhibits {
    /** One fact names no more: three photographs and their papers, with room to spare. */
    int MOST = 10;

    /** Which of these the organisation does not have. */
    Set<FileId> missing(OrganisationId keeper, Collection<FileId> files);

    /**
     * @param keeper whose files they must be; another's answer like those that are not there
     * @throws Refused if there are more than {@value #MOST}, one is named twice, or one is not there
     */
    default void require(OrganisationId keeper, List<FileId> files) {
        if (files.size() > MOST) {
            throw new Refused(new EvidenceRefusal.TooManyNamed(files.size(), MOST));
        }
        var named = new HashSet<FileId>();
        for (var file : files) {
            if (!named.add(file)) {
                throw new Refused(
                        new EvidenceRefusal.NamedTwice(file, files.indexOf(file) + 1, files.lastIndexOf(file) + 1));
            }
        }
        var missing = missing(keeper, named);
        if (!missing.isEmpty()) {
            throw new Refused(new EvidenceRefusal.NotSentBefore(
                    keeper,
                    missing.size(),
                    files.size(),
                    files.stream().filter(missing::contains).toList()));
        }
    }
}
