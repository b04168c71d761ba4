/// The problem set, read from `problems/`; the only room beside the judge that holds secret test
/// data. Start reading at [ProblemFolder].
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"language", "sandbox"})
package dev.sandlot.problem;
