package vn.nguongoc.buyer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One link of a linkset.
 *
 * @param mediaType of what stands there
 * @param languages BCP 47; empty where it has none, or all
 */
public record LinkTarget(LinkType type, String href, String title, String mediaType, List<String> languages) {

    /** Its members in a linkset. */
    Map<String, Object> members() {
        var members = new LinkedHashMap<String, Object>();
        members.put("href", href);
        members.put("title", title);
        members.put("type", mediaType);
        if (!languages.isEmpty()) {
            members.put("hreflang", languages);
        }
        return members;
    }
}
