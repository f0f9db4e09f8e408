package vn.nguongoc.personaldata;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long it is known whose a record is.
 *
 * @param years {@code nguongoc.retention.years}: somebody of whom nothing was recorded for so long is erased; what was
 *     recorded stays. Longer than any standard here asks: VietGAP wants records for 12 months after the harvest,
 *     aquaculture 24, GLOBALG.A.P. 2 years, organic schemes up to 5 [K]
 */
@ConfigurationProperties("nguongoc.retention")
record RetentionSettings(@DefaultValue("10") int years) {
    RetentionSettings {
        if (years < 1) {
            throw new IllegalArgumentException("nguongoc.retention.years is at least 1");
        }
    }
}
