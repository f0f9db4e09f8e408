package vn.nguongoc.labelling;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The keys of serials, where they are not kept beside the data.
 *
 * @param keys {@code nguongoc.serials.keys}: secrets of at least 32 random bytes each in base 64, oldest first; the
 *     last one is for new runs
 */
@ConfigurationProperties("nguongoc.serials")
record SerialSettings(@DefaultValue List<String> keys) {

    /** Tells nothing: these are secrets. */
    @Override
    public String toString() {
        return keys.size() + " keys";
    }
}
