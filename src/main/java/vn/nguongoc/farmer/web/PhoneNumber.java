package vn.nguongoc.farmer.web;

import java.util.regex.Pattern;
import vn.nguongoc.shared.Refusal;

/** A telephone number as people write it. */
final class PhoneNumber {
    private static final Pattern FORM = Pattern.compile("\\+?[0-9][0-9 .()-]{6,19}");

    private PhoneNumber() {}

    /** @throws IllegalArgumentException if it is none */
    static String require(String text) {
        if (!FORM.matcher(text.strip()).matches()) {
            throw new Refusal.WrongForm("example", "+84 912 345 678");
        }
        return text.strip();
    }
}
