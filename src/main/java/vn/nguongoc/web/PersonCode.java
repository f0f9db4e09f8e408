package vn.nguongoc.web;

import java.util.regex.Pattern;
import vn.nguongoc.shared.Refusal;

/**
 * What an organisation calls one of its people in the record: a code, never a name, since what is recorded stays for
 * ever. Until people sign in themselves it is what whoever records says.
 */
public final class PersonCode {
    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{M}\\d._-]{1,40}");

    private PersonCode() {}

    /** @throws IllegalArgumentException if it is no such code */
    public static String require(String code) {
        if (!FORM.matcher(code).matches()) {
            throw new Refusal.WrongForm("person-code");
        }
        return code;
    }
}
