/// The problem set, read from `problems/`; the only room beside the judge that holds secret test
/// data.
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"language"})
package dev.sandlot.problem;
