package io.myelin.engine.component;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares one box of a component inside {@link ComponentInfo}. */
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface Box {
    /** The box's name, as links write it. */
    String name();

    /** What it takes or gives; several mean any one of them, none anything. */
    MessageType[] types() default {};

    /** One sentence for people. */
    String help();
}
