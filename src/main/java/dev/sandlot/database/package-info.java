/// Keeps the database answering: the PostgreSQL of our own that runs when no other is configured,
/// or that other one.
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package dev.sandlot.database;
