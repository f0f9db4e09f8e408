/** A planted room that may read generations, and does more. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "generations::reading")
package vn.nguongoc.planted.trace;
