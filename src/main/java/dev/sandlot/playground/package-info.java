/// The editor page: write, run, share.
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"ui", "run", "snippet", "language", "access", "database", "sandbox"})
package dev.sandlot.playground;
