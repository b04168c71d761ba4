/// The PostgreSQL of our own that runs when no other is configured.
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package dev.sandlot.database;
