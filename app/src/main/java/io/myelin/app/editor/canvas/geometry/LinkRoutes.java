package io.myelin.app.editor.canvas.geometry;

import io.myelin.app.editor.document.LinkReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The lines of links as they are drawn, found when they are first asked for and kept until something that they depend on
 * has changed. Whoever has only so much time before the next frame says so by {@link #pace}: what is not found by then
 * is plain for now. For one thread.
 */
public final class LinkRoutes {
    /** How far from its plain line, and from its components, a link is led at most. */
    static final double FARTHEST = 240;

    private final LinkRouter router;
    private final Surroundings surroundings;
    private final Map<Pair, Map<LinkReference, LinkShape>> known = new HashMap<>();
    private long left = Long.MAX_VALUE;
    private boolean waiting;

    private long count;

    LinkRoutes(LinkRouter router, Surroundings surroundings) {
        this.router = router;
        this.surroundings = surroundings;
    }

    /** From now on, so much may be looked at before links stay plain until this is called again. */
    public void pace(long work) {
        left = work;
        waiting = false;
    }

    /** How many lines have been found so far. */
    long found() {
        return count;
    }

    /** Whether links are plain only because there was no time left for them. */
    public boolean isWaiting() {
        return waiting;
    }

    /** {@code plain} with the line by which it is drawn. */
    LinkShape drawn(LinkShape plain) {
        return isLed(plain) ? drawn(Pair.of(plain.reference())).getOrDefault(plain.reference(), plain) : plain;
    }

    private Map<LinkReference, LinkShape> drawn(Pair pair) {
        Map<LinkReference, LinkShape> drawn = known.get(pair);
        if (drawn != null) {
            return drawn;
        }
        if (left <= 0) {
            waiting = true;
            return Map.of();
        }
        Map<LinkReference, LinkShape> found =
                surroundings.bundle(pair).map(bundle -> route(pair, bundle)).orElse(Map.of());
        known.put(pair, found);
        count++;
        return found;
    }

    private Map<LinkReference, LinkShape> route(Pair pair, LinkRouter.Bundle bundle) {
        LinkRouter.Routes routes = router.route(bundle, area -> surroundings.cards(pair, area));
        left -= 1 + routes.work();
        // Labels of links that lie side by side would cover each other in the middle.
        long labels = bundle.links().stream().filter(LinkRoutes::sharesLabels).count();
        int label = 0;
        Map<LinkReference, LinkShape> drawn = new HashMap<>();
        for (LinkShape link : bundle.links()) {
            double part = sharesLabels(link) ? ++label / (labels + 1.0) : 0.5;
            drawn.put(link.reference(), link.along(routes.lines().getOrDefault(link.reference(), link.path()), part));
        }
        return drawn;
    }

    private static boolean sharesLabels(LinkShape link) {
        return link.isLabelled() && link.waypoints().isEmpty();
    }

    /** Whether {@code link} is led at all: a hidden one is not drawn. */
    static boolean isLed(LinkShape link) {
        return !link.hidden();
    }

    /** A link has another line, or is no more, or new: those beside it are found anew too. */
    void forget(LinkReference link) {
        known.remove(Pair.of(link));
    }

    /** Whether nothing has been asked for since all was forgotten, as where links are too small to be led. */
    boolean isEmpty() {
        return known.isEmpty();
    }

    void forgetAll() {
        known.clear();
    }

    /**
     * Two components with links from the one to the other.
     *
     * @param source the id of the one
     * @param target the id of the other
     */
    record Pair(String source, String target) {
        static Pair of(LinkReference link) {
            return new Pair(link.from().component(), link.to().component());
        }

        /** Whether {@code link} goes from the one to the other. */
        boolean isOf(LinkReference link) {
            return Objects.equals(of(link), this);
        }
    }

    /** What stands around links. */
    interface Surroundings {
        /** The links from one component to another that are led; empty where there are none. */
        Optional<LinkRouter.Bundle> bundle(Pair pair);

        /** The cards that touch {@code area} and that links of {@code pair} have to go round. */
        List<Bounds> cards(Pair pair, Bounds area);
    }
}
