/**
 * What every HTTP answer of this service has in common: reading untrusted fields, one stamp for each request, receipts
 * as headers, refusals as RFC 9457 problem details, and the words people read.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package vn.nguongoc.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
