package dev.sandlot.attack;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says for which promises of docs/security/promises.md a test stands, by their numbers.
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Attacks {

    int[] value();

    /// Ids of the languages that the test attacks in.
    String[] languages() default {};
}
