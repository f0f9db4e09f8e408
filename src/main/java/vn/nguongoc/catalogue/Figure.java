package vn.nguongoc.catalogue;

import java.math.BigDecimal;

/** A number and where it is from; the unit is in the name of whatever holds it. */
public record Figure(BigDecimal value, Source source) {

    public int whole() {
        return value.intValueExact();
    }
}
