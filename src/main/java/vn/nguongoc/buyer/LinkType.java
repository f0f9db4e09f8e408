package vn.nguongoc.buyer;

/** GS1 link types that this service knows. */
public enum LinkType {
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

    LinkType(String code) {
        this.code = code;
    }

    /** Its name in the GS1 Web Vocabulary. */
    public String code() {
        return code;
    }
}
