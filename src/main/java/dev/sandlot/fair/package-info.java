/// Sharing what is scarce among clients, so that those who ask for little never wait for those who
/// ask for much.
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package dev.sandlot.fair;
