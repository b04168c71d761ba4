/// Sandlot, a web IDE that you host yourself.
@org.jspecify.annotations.NullMarked
package dev.sandlot;
