package vn.nguongoc.buyer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.nguongoc.buyer.LotPage.Group;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.history.LotHistory;
import vn.nguongoc.view.Milestone;
import vn.nguongoc.web.Phrases;

/** What happened to a lot, in groups: sowing, care, harvest, the steps. */
record Journey(LotHistory history, MilestoneWords telling, Catalogue catalogue, Phrases words) {

    /** In one group, of the latest and of what is remarkable each. */
    private static final int MOST_ITEMS = 30;

    /** A cycle that ended with its last harvest ended after it. */
    private static final Comparator<Milestone> AS_IT_HAPPENED = Comparator.comparing(
                    (Milestone it) -> it.fact().happenedAt())
            .thenComparing(it -> it instanceof Milestone.CycleClosed);

    /** The group in which something happened last comes first; of the same day, what comes later on the way. */
    List<Group> groups() {
        var byGroup = new TreeMap<String, List<Milestone>>();
        history.milestones().stream()
                .filter(it -> !(it instanceof Milestone.LabResult))
                .sorted(AS_IT_HAPPENED)
                .forEach(it -> byGroup.computeIfAbsent(telling.group(it), key -> new ArrayList<>())
                        .add(it));
        return catalogue.terms().groups().stream()
                .filter(byGroup::containsKey)
                .map(group -> Map.entry(group, byGroup.getOrDefault(group, List.of())))
                .sorted(Comparator.comparing((Map.Entry<String, List<Milestone>> group) -> lastDay(group.getValue()))
                        .reversed())
                .map(group -> group(group.getKey(), group.getValue()))
                .toList();
    }

    private static LocalDate lastDay(List<Milestone> oldestFirst) {
        return oldestFirst.getLast().fact().happenedAt().toLocalDate();
    }

    private Group group(String code, List<Milestone> oldestFirst) {
        var first = telling.day(oldestFirst.getFirst().fact().happenedAt());
        var last = telling.day(oldestFirst.getLast().fact().happenedAt());
        var shown = shown(oldestFirst.reversed());
        return new Group(
                words.namePhrase("group", code),
                first.equals(last) ? first : first + " – " + last,
                shown.stream().map(telling::item).toList(),
                oldestFirst.size() - shown.size());
    }

    /** All, or of hundreds of plots the latest, and of the others the latest that are in doubt or were corrected. */
    private static List<Milestone> shown(List<Milestone> newestFirst) {
        if (newestFirst.size() <= 2 * MOST_ITEMS) {
            return newestFirst;
        }
        var latest = newestFirst.subList(0, MOST_ITEMS);
        var earlier = newestFirst.subList(MOST_ITEMS, newestFirst.size()).stream()
                .filter(Journey::isRemarkable)
                .limit(MOST_ITEMS);
        return Stream.concat(latest.stream(), earlier).toList();
    }

    private static boolean isRemarkable(Milestone milestone) {
        return switch (milestone) {
            case Milestone.FieldCorrection _, Milestone.StepCorrection _, Milestone.Correction _ -> true;
            case Milestone.Held _, Milestone.Released _ -> true;
            default -> !milestone.flags().isEmpty();
        };
    }
}
