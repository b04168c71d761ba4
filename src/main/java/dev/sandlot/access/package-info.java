/// Who is asking, and how much: visitors, clients and their limits.
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"fair"})
package dev.sandlot.access;
