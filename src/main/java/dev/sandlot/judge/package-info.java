/// Judges submissions: every test case, the output validator, one verdict.
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"run", "problem", "problem::secret", "language", "sandbox", "fair"})
package dev.sandlot.judge;
