/// A run: the compile step, then the run step, with compiled programs kept in a bounded cache.
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"language", "sandbox", "fair"})
package dev.sandlot.run;
