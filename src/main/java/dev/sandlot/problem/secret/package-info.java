/// What only the judge may see of a problem: secret inputs, answers and the jury's submissions.
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("secret")
package dev.sandlot.problem.secret;
