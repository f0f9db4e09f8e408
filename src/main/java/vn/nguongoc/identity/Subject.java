package vn.nguongoc.identity;

/**
 * Somebody, as an issuer calls them: its address, and their name there for ever (OpenID Connect Core 1.0, section 2,
 * {@code iss} and {@code sub}).
 */
record Subject(String issuer, String name) {

    /** SHA-256, in hex. */
    String digest() {
        return new Secret(issuer + "\n" + name).digest();
    }

    /** Not the name: it may be a person's. */
    @Override
    public String toString() {
        return "Subject[" + issuer + "]";
    }
}
