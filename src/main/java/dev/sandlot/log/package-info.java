/// How log lines are written: strangers' text in them can't pass for a line of its own, nor for an
/// order to the operator's terminal.
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package dev.sandlot.log;
