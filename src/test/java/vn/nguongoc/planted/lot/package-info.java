/** A planted room that may import nothing, and does. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package vn.nguongoc.planted.lot;
