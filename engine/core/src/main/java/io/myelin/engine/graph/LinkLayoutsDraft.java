package io.myelin.engine.graph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How links are drawn while that is being changed. Asking for a link of which nothing is said costs no search. */
final class LinkLayoutsDraft {
    private List<LinkLayout> layouts;
    private Set<GraphLink> known = Set.of();
    private boolean isChanged;
    private boolean isIndexed;

    LinkLayoutsDraft(List<LinkLayout> layouts) {
        this.layouts = layouts;
    }

    /** All, to be looked at only. */
    List<LinkLayout> all() {
        return layouts;
    }

    /** Where what is said of a link stands in the order, from 0; -1 where nothing is. */
    int indexOf(BoxReference from, BoxReference to) {
        if (known().contains(new GraphLink(from, to))) {
            for (int index = 0; index < layouts.size(); index++) {
                if (layouts.get(index).isOf(from, to)) {
                    return index;
                }
            }
        }
        return -1;
    }

    /** Puts in what {@code layout} says, in the place of what was said of the same link, else at {@code index}. */
    Optional<LinkLayout> put(LinkLayout layout, int index) {
        int place = indexOf(layout.from(), layout.to());
        beforeChange();
        if (place >= 0) {
            return Optional.of(layouts.set(place, layout));
        }
        layouts.add(Math.min(index, layouts.size()), layout);
        known().add(layout.link());
        return Optional.empty();
    }

    LinkLayout remove(int index) {
        beforeChange();
        LinkLayout removed = layouts.remove(index);
        known().remove(removed.link());
        return removed;
    }

    private Set<GraphLink> known() {
        if (!isIndexed) {
            isIndexed = true;
            known = new HashSet<>();
            layouts.forEach(layout -> known.add(layout.link()));
        }
        return known;
    }

    private void beforeChange() {
        if (!isChanged) {
            isChanged = true;
            layouts = new ArrayList<>(layouts);
        }
    }
}
