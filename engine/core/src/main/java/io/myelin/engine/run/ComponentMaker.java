package io.myelin.engine.run;

import io.myelin.engine.component.Component;
import io.myelin.engine.plan.PlannedComponent;

/** Makes the instances that a run drives: a recording wraps them, and a replay puts others in their place. */
@FunctionalInterface
public interface ComponentMaker {
    /** What the type itself makes. */
    ComponentMaker BY_TYPE = component -> component.type().create(component.settings());

    /**
     * A new instance for {@code component}, of the same style as its type; throws what its constructor throws. On the
     * thread that is to run it.
     */
    Component make(PlannedComponent component) throws Exception;
}
