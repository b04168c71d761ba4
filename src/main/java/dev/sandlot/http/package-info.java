/// What every answer carries, whoever writes it: headers that keep a browser from doing more with
/// it than it is for.
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package dev.sandlot.http;
