/**
 * What people's organisations, and they themselves, are told of what is known of them: lists, requests with their days,
 * the copy that everybody may ask for; and the rounds that forget in time. Records nothing but what time itself ends.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "eventlog",
            "web",
            "view",
            "generations::reading",
            "lists",
            "lists::web",
            "farmer",
            "farmer::event"
        })
package vn.nguongoc.personaldata;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
