/// The editor page: write, run, share.
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"ui", "run", "snippet", "language", "access"})
package dev.sandlot.playground;
