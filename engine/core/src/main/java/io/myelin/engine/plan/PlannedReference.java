package io.myelin.engine.plan;

import io.myelin.engine.component.Fragment;
import io.myelin.engine.component.GraphReference;
import io.myelin.engine.message.DataRecord;

/** A graph that a setting names, found and checked. Safe from any thread. */
final class PlannedReference implements GraphReference {
    private final String text;
    private final Scope user;
    private final Definition used;
    private final Maker maker;

    /** Makes fragments of graphs. */
    interface Maker {
        /** {@code used}, run by a component of {@code user}, with the parameters given. Any thread. */
        PlannedFragment make(Scope user, Definition used, DataRecord parameters);
    }

    PlannedReference(String text, Scope user, Definition used, Maker maker) {
        this.text = text;
        this.user = user;
        this.used = used;
        this.maker = maker;
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public Fragment fragment(DataRecord values) {
        return maker.make(user, used, values);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PlannedReference reference
                && text.equals(reference.text)
                && used.graph().equals(reference.used.graph());
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
