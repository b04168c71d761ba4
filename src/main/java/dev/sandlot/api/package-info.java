/// REST and server-sent events, as in the public API contract.
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "run",
            "judge",
            "snippet",
            "problem",
            "language",
            "access",
            "database",
            "sandbox",
            "fair"
        })
package dev.sandlot.api;
