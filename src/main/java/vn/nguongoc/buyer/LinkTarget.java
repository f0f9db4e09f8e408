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
public record LinkTarget(Type type, String href, String title, String mediaType, List<String> languages) {

    /** GS1 link types that this service knows. */
    public enum Type {
        /** Where everybody is led who asks for nothing else. */
        DEFAULT_LINK("defaultLink"),
        /** The same, by language. */
        DEFAULT_LINK_MULTI("defaultLinkMulti"),
        /** Product information. */
        PIP("pip"),
        TRACEABILITY("traceability"),
        CERTIFICATION_INFO("certificationInfo"),
        RECALL_STATUS("recallStatus");

        private final String code;

        Type(String code) {
            this.code = code;
        }

        /** Its name in the GS1 Web Vocabulary. */
        public String code() {
            return code;
        }
    }

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
