package vn.nguongoc.buyer;

import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.nguongoc.history.LotHistory;

/**
 * What is on record of a lot, for everybody: its history without people's codes, without files that were not made to be
 * shown, and without what its holders have left and their papers of shipments. To whom it was sent stands on the lot's
 * page, too.
 */
@Component
public class PublicRecord {
    /** Members of a history that are nobody's business but theirs who took part. */
    static final Set<String> NOT_TOLD = Set.of(
            // people
            "actor",
            "by",
            "proposedBy",
            "approvedBy",
            "onBehalfOf",
            // photographs show people and homes; what may be read the lot's page leads to
            "evidence",
            // trade
            "left",
            "shipments");

    private final JsonMapper json;

    /** @param json as the API writes it */
    PublicRecord(JsonMapper json) {
        this.json = json;
    }

    /** JSON in UTF-8. */
    public byte[] of(LotHistory history) {
        var tree = json.valueToTree(history);
        strip(tree);
        return json.writeValueAsBytes(tree);
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(NOT_TOLD);
        }
        node.forEach(PublicRecord::strip);
    }
}
