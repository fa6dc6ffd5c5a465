package io.myelin.engine.run;

import java.util.ArrayList;
import java.util.List;

/**
 * Some of a kind, in order: nearly always one, which then stands for itself and costs nothing more. So a box is the list
 * of its owner's only box, and a link that of a box's only link.
 *
 * @param <T> the kind
 */
sealed interface Few<T extends Few<T>> permits WiredInbox, WiredOutbox, WiredLink, Route, Several {
    /** How many there are. */
    int count();

    /** The one at {@code index}, from 0. */
    T at(int index);

    /** None. */
    @SuppressWarnings("unchecked")
    static <T extends Few<T>> Few<T> none() {
        return (Few<T>) Several.NONE;
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

    /** {@code these} and {@code one}, of very many too: what was given is not used any more. */
    static <T extends Few<T>> Few<T> adding(Few<T> these, T one) {
        if (these.count() == 0) {
            return one;
        }
        if (these instanceof Several<T> several) {
            several.list().add(one);
            return several;
        }
        return new Several<>(new ArrayList<>(List.of(these.at(0), one)));
    }

    /** {@code these} but for {@code one}, of very many too: what was given is not used any more. */
    static <T extends Few<T>> Few<T> taking(Few<T> these, T one) {
        if (these.count() == 0) {
            return these;
        }
        if (!(these instanceof Several<T> several)) {
            return these.equals(one) ? none() : these;
        }
        List<T> list = several.list();
        return !list.remove(one) || list.size() > 1 ? several : list.getFirst();
    }
}
