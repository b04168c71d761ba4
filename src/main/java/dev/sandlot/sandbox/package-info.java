/// Runs one command in a single-use jail and reports how it ended.
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"fair"})
package dev.sandlot.sandbox;
