package io.myelin.app.editor.live.traffic;

import io.myelin.engine.plan.PlanDifference;
import io.myelin.engine.plan.PlannedComponent;
import io.myelin.engine.plan.PlannedLink;
import io.myelin.engine.run.RunSnapshot.LinkCount;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where each link of a plan stands among the figures that are kept by number. A run that has been changed may list its
 * links in another order than the plan, and others besides. For one thread.
 */
final class LinkPlaces {
    /** The place of a link that is not of the plan. */
    static final int NONE = -1;

    private final List<PlannedLink> links;
    private final Map<PlannedLink, Integer> places = new HashMap<>();
    private PlannedLink[] listed = {};
    private int[] listedPlaces = {};

    /** The places of {@code links}, in their order. */
    LinkPlaces(List<PlannedLink> links) {
        this.links = links;
        for (int place = 0; place < links.size(); place++) {
            places.put(ends(links.get(place)), place);
        }
    }

    /** Links are the same where they join the same boxes, whatever way they are drawn. */
    private static PlannedLink ends(PlannedLink link) {
        return link.drawnAs(List.of());
    }

    private int place(PlannedLink link) {
        return places.getOrDefault(ends(link), NONE);
    }

    /** The place of each of {@code counts}, or {@link #NONE}. */
    int[] of(List<LinkCount> counts) {
        // A run lists the very same links in the same order until it is changed: that is cheap to see.
        if (!isListed(counts)) {
            listed = counts.stream().map(LinkCount::link).toArray(PlannedLink[]::new);
            listedPlaces =
                    counts.stream().mapToInt(count -> place(count.link())).toArray();
        }
        return listedPlaces;
    }

    @SuppressWarnings("ReferenceEquality") // Others that are equal are only looked up once more.
    private boolean isListed(List<LinkCount> counts) {
        if (counts.size() != listed.length) {
            return false;
        }
        for (int index = 0; index < listed.length; index++) {
            if (counts.get(index).link() != listed[index]) {
                return false;
            }
        }
        return true;
    }

    /**
     * For each place here the place that the same link had in {@code before}, or {@link #NONE} for one that is new since
     * {@code difference}.
     */
    int[] in(LinkPlaces before, PlanDifference difference) {
        Set<PlannedLink> isNew = new HashSet<>(difference.linked());
        Set<String> replaced = new HashSet<>();
        for (PlannedComponent component : difference.replaced()) {
            replaced.add(component.path());
        }
        return links.stream()
                .mapToInt(link ->
                        // A component that is replaced by another has links that begin anew with it.
                        isNew.contains(link) || replaced.contains(link.fromPath()) || replaced.contains(link.toPath())
                                ? NONE
                                : before.place(link))
                .toArray();
    }

    /** {@code figures} of links moved to their places now, {@code before} being where they stood; 0 for new ones. */
    static long[] moved(long[] figures, int[] before) {
        long[] moved = new long[before.length];
        for (int place = 0; place < before.length; place++) {
            moved[place] = before[place] == NONE ? 0 : figures[before[place]];
        }
        return moved;
    }
}
