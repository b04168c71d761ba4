/// The problem list, the problem page and the visitor's submissions.
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "ui",
            "run",
            "judge",
            "problem",
            "language",
            "access",
            "database",
            "sandbox"
        })
package dev.sandlot.practice;
