/// Permalinks: programs stored for good under a short unguessable id.
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"language"})
package dev.sandlot.snippet;
