package io.myelin.engine.run;

import java.util.ArrayList;
import java.util.List;

/**
 * Some of a kind, in order: nearly always one, which then stands for itself and costs nothing more. So a box is the list
 * of its owner's only box, and a link that of a box's only link.
 *
 * @param <T> the kind
 */
sealed interface Few<T extends Few<T>> permits WiredInbox, WiredOutbox, WiredLink, Several {
    /** How many there are. */
    int count();

    /** The one at {@code index}, from 0. */
    T at(int index);

    /** None. */
    static <T extends Few<T>> Few<T> none() {
        return new Several<T>(List.of());
    }

    /** Those of {@code list}, which nobody changes any more. */
    static <T extends Few<T>> Few<T> of(List<T> list) {
        return list.size() == 1 ? list.getFirst() : new Several<>(list);
    }

    /** As a list, which stays as it is if these do. */
    static <T extends Few<T>> List<T> asList(Few<T> these) {
        return these instanceof Several<T> several ? several.list() : List.of(these.at(0));
    }

    /** {@code these} and {@code one}, apart from what was before. */
    static <T extends Few<T>> Few<T> with(Few<T> these, T one) {
        List<T> list = new ArrayList<>(these.count() + 1);
        list.addAll(asList(these));
        list.add(one);
        return of(list);
    }

    /** {@code these} but for {@code one}, apart from what was before. */
    static <T extends Few<T>> Few<T> without(Few<T> these, T one) {
        List<T> list = new ArrayList<>(asList(these));
        list.remove(one);
        return of(list);
    }
}
