package io.myelin.engine.component;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes a component where it is written; the palette, the inspector, the checks and the reference page all read it
 * from here, through {@link ComponentType}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ComponentInfo {
    /** The stable id in graph files, {@code family.name}. */
    String id();

    /** What people see on a new one. */
    String title();

    /** One line. */
    String summary();

    /** The longer help, Markdown: what it does with odd input, at the end of input, an example. */
    String help() default "";

    /** An Ikonli icon literal, such as {@code mdi2f-file-document-outline}; none: the family's own. */
    String icon() default "";

    /** Its data inboxes; {@code control} is always there besides. */
    Box[] inboxes() default {@Box(name = "inbox", help = "What comes in.")};

    /** Its data outboxes; {@code signal} is always there besides. */
    Box[] outboxes() default {@Box(name = "outbox", help = "What goes out.")};

    /**
     * How it may be run, the first one being its own choice. None: microprocess first and all the others for a reactive
     * component, tasklet first, then thread and process for a sequential one.
     */
    Execution[] executions() default {};

    /** What of the outside it can reach. */
    Reach[] reaches() default {};
}
