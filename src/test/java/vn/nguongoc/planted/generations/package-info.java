/** A planted room of which others may only read. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package vn.nguongoc.planted.generations;
