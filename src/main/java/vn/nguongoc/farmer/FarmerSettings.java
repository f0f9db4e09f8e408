package vn.nguongoc.farmer;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How what is known of people is kept.
 *
 * @param masterKeys {@code nguongoc.farmers.master-keys}: 32 random bytes each in base 64, oldest first, where they are
 *     not kept beside the data; the last one is for new people
 */
@ConfigurationProperties("nguongoc.farmers")
record FarmerSettings(@DefaultValue List<String> masterKeys) {

    /** Tells nothing: these are secrets. */
    @Override
    public String toString() {
        return masterKeys.size() + " keys";
    }
}
