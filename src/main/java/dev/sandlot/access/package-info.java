/// Who is asking: the visitor behind a cookie or a key.
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"language"})
package dev.sandlot.access;
