package io.myelin.engine.run;

import java.util.List;

/** None or more than one. */
record Several<T extends Few<T>>(List<T> list) implements Few<T> {
    /** None, of whatever kind: nothing is ever added to it. */
    static final Several<?> NONE = new Several<WiredLink>(List.of());

    @Override
    public int count() {
        return list.size();
    }

    @Override
    public T at(int index) {
        return list.get(index);
    }
}
