/// The catalogue of languages, read from `languages/`: one folder adds one language.
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"sandbox"})
package dev.sandlot.language;
