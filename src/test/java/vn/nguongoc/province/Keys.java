package vn.nguongoc.province;

import vn.nguongoc.shared.Gs1;

/** GS1 keys under the demonstration prefix 952. */
final class Keys {
    private Keys() {}

    /** The {@code number}th location, or trade item. */
    static Gs1 of(int number) {
        var digits = "952%09d".formatted(number);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return new Gs1(digits + (10 - sum % 10) % 10);
    }
}
