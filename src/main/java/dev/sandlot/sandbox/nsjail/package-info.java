/// The local sandbox: the only code that knows `sandlot-jail` and its protocol.
@org.jspecify.annotations.NullMarked
package dev.sandlot.sandbox.nsjail;
