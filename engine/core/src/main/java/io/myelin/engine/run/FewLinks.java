package io.myelin.engine.run;

import java.util.ArrayList;
import java.util.List;

/** Links of a box, added and taken away one by one: of very many too. The wiring's, under its lock. */
final class FewLinks {
    /** No link. */
    static final Few<WiredLink> NONE = Few.none();

    private FewLinks() {}

    /** {@code links} and {@code link}; what was given is not used any more. */
    static Few<WiredLink> with(Few<WiredLink> links, WiredLink link) {
        if (links.count() == 0) {
            return link;
        }
        if (links instanceof Several<WiredLink> several) {
            several.list().add(link);
            return several;
        }
        return new Several<>(new ArrayList<>(List.of(links.at(0), link)));
    }

    /** {@code links} but for {@code link}; what was given is not used any more. */
    static Few<WiredLink> without(Few<WiredLink> links, WiredLink link) {
        List<WiredLink> list = Few.asList(links);
        if (!list.contains(link)) {
            return links;
        }
        if (list.size() == 1) {
            return NONE;
        }
        list.remove(link);
        return list.size() == 1 ? list.getFirst() : links;
    }
}
