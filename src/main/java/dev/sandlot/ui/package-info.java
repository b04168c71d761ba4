/// Parts that the pages share: layout, code editor, console.
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"language", "sandbox"})
package dev.sandlot.ui;
