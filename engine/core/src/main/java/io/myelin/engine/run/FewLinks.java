package io.myelin.engine.run;

import java.util.ArrayList;
import java.util.List;

/** Lists of links, of which nearly all are of one link or none: those are as small as can be. The wiring's, under its lock. */
final class FewLinks {
    private FewLinks() {}

    /** {@code links} and {@code link}; the list that was given is not used any more. */
    static List<WiredLink> with(List<WiredLink> links, WiredLink link) {
        if (links.isEmpty()) {
            return List.of(link);
        }
        List<WiredLink> several = links.size() == 1 ? new ArrayList<>(links) : links;
        several.add(link);
        return several;
    }

    /** {@code links} but for {@code link}; the list that was given is not used any more. */
    static List<WiredLink> without(List<WiredLink> links, WiredLink link) {
        if (!links.contains(link)) {
            return links;
        }
        if (links.size() <= 2) {
            List<WiredLink> left = new ArrayList<>(links);
            left.remove(link);
            return List.copyOf(left);
        }
        links.remove(link);
        return links;
    }
}
