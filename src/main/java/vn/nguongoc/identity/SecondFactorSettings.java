package vn.nguongoc.identity;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param secondFactor {@code nguongoc.second-factor}: whether who runs the service must show more than a password;
 *     {@code optional} where nobody has a device with passkeys
 */
@ConfigurationProperties("nguongoc")
record SecondFactorSettings(@DefaultValue("required") Need secondFactor) {

    enum Need {
        REQUIRED,
        OPTIONAL
    }
}
