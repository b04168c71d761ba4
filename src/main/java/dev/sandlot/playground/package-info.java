/// The editor page: write, run, share.
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"ui", "run", "snippet", "language", "access", "sandbox"})
package dev.sandlot.playground;
