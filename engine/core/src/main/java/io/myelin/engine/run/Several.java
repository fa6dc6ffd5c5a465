package io.myelin.engine.run;

import java.util.List;

/** None or more than one. */
record Several<T extends Few<T>>(List<T> list) implements Few<T> {
    @Override
    public int count() {
        return list.size();
    }

    @Override
    public T at(int index) {
        return list.get(index);
    }
}
