package io.myelin.engine.plan;

import io.myelin.engine.component.BoxDeclaration;
import io.myelin.engine.component.ComponentType;
import io.myelin.engine.component.MessageType;
import io.myelin.engine.graph.BoxReference;
import io.myelin.engine.graph.ComponentState;
import io.myelin.engine.graph.GraphLink;
import io.myelin.engine.plan.PlannedLink.DrawnLink;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Follows links from each real component's outboxes through the boxes of subgraphs to the inboxes of real components.
 * Follows without recursion, so that depth costs nothing but memory.
 */
final class LinkResolver {
    private final Map<Scope, Wiring> wirings = new HashMap<>();
    private final Set<String> ends = new HashSet<>();
    private final List<PlannedLink> links = new ArrayList<>();
    private final Map<PlannedLink, Walk> betweenBypassed = new LinkedHashMap<>();

    /** Where a message is on its way: at a box of a component of a scope. */
    private record Spot(Scope scope, BoxReference box, boolean isOutbox) {}

    /** A way to a spot: the step before, and the link or passthrough in between. */
    private record Walk(Spot spot, @Nullable Walk before, Optional<DrawnLink> drawn, Optional<Integer> link) {
        Walk to(Spot next, DrawnLink step, Optional<Integer> linkIndex) {
            return new Walk(next, this, Optional.of(step), linkIndex);
        }

        Walk silentlyTo(Spot next) {
            return new Walk(next, this, Optional.empty(), Optional.empty());
        }

        List<DrawnLink> steps() {
            Deque<DrawnLink> steps = new ArrayDeque<>();
            for (Walk at = this; at != null; at = at.before) {
                at.drawn.ifPresent(steps::addFirst);
            }
            return List.copyOf(steps);
        }

        boolean hasBeenAt(Spot wanted) {
            for (Walk at = before; at != null; at = at.before) {
                if (at.spot.equals(wanted)) {
                    return true;
                }
            }
            return false;
        }

        boolean passesBypassed() {
            for (Walk at = this; at != null; at = at.before) {
                Walk earlier = at.before;
                if (earlier != null && at.spot.isOutbox() && !earlier.spot.isOutbox()) {
                    return true;
                }
            }
            return false;
        }
    }

    /** The links and passthroughs of one scope by where they start. */
    private static final class Wiring {
        private final Map<BoxReference, List<Integer>> linksFrom = new HashMap<>();
        private final Map<String, List<String>> boxesFrom = new HashMap<>();
        private final Map<BoxReference, List<String>> outboxesOf = new HashMap<>();
        private final Set<BoxReference> targets = new HashSet<>();

        Wiring(Scope scope) {
            Set<GraphLink> once = new HashSet<>();
            List<GraphLink> all = scope.definition().graph().links();
            for (int index = 0; index < all.size(); index++) {
                GraphLink link = all.get(index);
                if (LinkChecks.isSound(scope, link) && once.add(new GraphLink(link.from(), link.to()))) {
                    linksFrom
                            .computeIfAbsent(link.from(), _ -> new ArrayList<>())
                            .add(index);
                    boxesFrom
                            .computeIfAbsent(link.from().component(), _ -> new ArrayList<>())
                            .add(link.from().box());
                    targets.add(link.to());
                }
            }
            scope.definition()
                    .graph()
                    .outboxes()
                    .forEach((name, box) -> outboxesOf
                            .computeIfAbsent(box, _ -> new ArrayList<>())
                            .add(name));
        }
    }

    /** All links between real components of these scopes; problems are told to the scopes' sources. */
    List<PlannedLink> resolve(Collection<Scope> scopes) {
        for (Scope scope : scopes) {
            if (scope.isBypassed()) {
                continue;
            }
            scope.nodes().forEach((id, node) -> {
                if (node instanceof Scope.Leaf leaf) {
                    Set<String> boxes = new LinkedHashSet<>(leaf.outboxes());
                    boxes.addAll(wiring(scope).boxesFrom.getOrDefault(id, List.of()));
                    boxes.forEach(box -> follow(new Spot(scope, new BoxReference(id, box), true)));
                }
            });
        }
        BypassCircles.closing(betweenBypassed.keySet())
                .forEach(link -> circle(Objects.requireNonNull(betweenBypassed.get(link))));
        return links;
    }

    private Wiring wiring(Scope scope) {
        return wirings.computeIfAbsent(scope, Wiring::new);
    }

    private void follow(Spot start) {
        Deque<Walk> open = new ArrayDeque<>();
        Set<Spot> seen = new HashSet<>();
        open.add(new Walk(start, null, Optional.empty(), Optional.empty()));
        while (!open.isEmpty()) {
            Walk walk = open.poll();
            for (Walk next : walk.spot().isOutbox() ? fromOutbox(walk) : fromInbox(walk, start)) {
                boolean isLeaf = !next.spot().isOutbox() && node(next.spot()) instanceof Scope.Leaf;
                if (isLeaf || seen.add(next.spot())) {
                    open.add(next);
                } else if (next.hasBeenAt(next.spot())) {
                    circle(next);
                } else {
                    twice(next);
                }
            }
        }
    }

    private static Scope.@Nullable Node node(Spot spot) {
        return spot.scope().nodes().get(spot.box().component());
    }

    private List<Walk> fromOutbox(Walk walk) {
        Scope scope = walk.spot().scope();
        BoxReference box = walk.spot().box();
        Wiring wiring = wiring(scope);
        List<Walk> next = new ArrayList<>();
        for (int index : wiring.linksFrom.getOrDefault(box, List.of())) {
            GraphLink link = scope.definition().graph().links().get(index);
            DrawnLink drawn = new DrawnLink(
                    scope.path(), link.from().toString(), link.to().toString());
            next.add(walk.to(new Spot(scope, link.to(), false), drawn, Optional.of(index)));
        }
        List<String> own = wiring.outboxesOf.getOrDefault(box, List.of());
        if (scope.parent().isPresent()) {
            Scope parent = scope.parent().get();
            for (String name : own) {
                DrawnLink drawn = new DrawnLink(scope.path(), box.toString(), name);
                next.add(walk.to(new Spot(parent, new BoxReference(scope.id(), name), true), drawn, Optional.empty()));
            }
            String signal = ComponentType.SIGNAL.name();
            boolean isLoose = next.isEmpty() && box.box().equals(signal);
            if (isLoose && !scope.definition().graph().outboxes().containsKey(signal)) {
                next.add(walk.silentlyTo(new Spot(parent, new BoxReference(scope.id(), signal), true)));
            }
        }
        return next;
    }

    private List<Walk> fromInbox(Walk walk, Spot start) {
        Spot spot = walk.spot();
        Scope.Node node = node(spot);
        if (node instanceof Scope.Child child) {
            return intoGraph(walk, child.scope());
        }
        if (node instanceof Scope.Leaf leaf) {
            arrive(walk, start, leaf);
        }
        return List.of();
    }

    private List<Walk> intoGraph(Walk walk, Scope inner) {
        Spot spot = walk.spot();
        String name = spot.box().box();
        if (inner.state() == ComponentState.BYPASSED) {
            BoxReference outbox = new BoxReference(spot.box().component(), "outbox");
            boolean isPassed = name.equals("inbox")
                    && inner.definition().graph().outboxes().containsKey("outbox");
            return isPassed ? List.of(walk.silentlyTo(new Spot(spot.scope(), outbox, true))) : List.of();
        }
        BoxReference inside = inner.definition().graph().inboxes().get(name);
        if (inside != null) {
            Scope.Node target = inner.nodes().get(inside.component());
            if (target == null || target.inbox(inside.box()).isEmpty()) {
                return List.of();
            }
            DrawnLink drawn = new DrawnLink(inner.path(), name, inside.toString());
            return List.of(walk.to(new Spot(inner, inside, false), drawn, Optional.empty()));
        }
        List<Walk> controls = new ArrayList<>();
        Set<BoxReference> targets = wiring(inner).targets;
        for (String id : inner.nodes().keySet()) {
            BoxReference control = new BoxReference(id, ComponentType.CONTROL.name());
            if (!targets.contains(control)) {
                controls.add(walk.silentlyTo(new Spot(inner, control, false)));
            }
        }
        return controls;
    }

    private void arrive(Walk walk, Spot start, Scope.Leaf receiver) {
        Spot end = walk.spot();
        String toPath = end.scope().pathOf(end.box().component());
        if (!(node(start) instanceof Scope.Leaf sender)) {
            return;
        }
        PlannedLink link = new PlannedLink(
                start.scope().pathOf(start.box().component()),
                start.box().box(),
                toPath,
                end.box().box(),
                walk.steps());
        checkTypes(walk, link, sender.outbox(link.outbox()), receiver.inbox(link.inbox()));
        if (ends.add(link.toString())) {
            links.add(link);
            if (goesStraightOn(sender, link.outbox(), "outbox") && goesStraightOn(receiver, link.inbox(), "inbox")) {
                betweenBypassed.put(link, walk);
            }
        } else {
            twice(walk);
        }
    }

    private static boolean goesStraightOn(Scope.Leaf leaf, String box, String straight) {
        boolean isBypassed = leaf.planned()
                .filter(planned -> planned.state() == ComponentState.BYPASSED)
                .isPresent();
        return isBypassed && box.equals(straight);
    }

    private static void checkTypes(
            Walk walk, PlannedLink link, Optional<BoxDeclaration> from, Optional<BoxDeclaration> to) {
        if (from.isPresent() && to.isPresent() && !from.get().fits(to.get())) {
            String giver = link.fromPath() + "." + link.outbox();
            String taker = link.toPath() + "." + link.inbox();
            tell(
                    walk,
                    "\"" + giver + "\" gives " + names(from.get()) + ", but \"" + taker + "\" takes " + names(to.get())
                            + ": they do not fit together");
        }
    }

    private static String names(BoxDeclaration box) {
        Set<String> names = new LinkedHashSet<>();
        box.types().stream().sorted().map(MessageType::name).forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
        return String.join(" or ", names);
    }

    private static void circle(Walk walk) {
        tell(
                walk,
                "a passthrough that leads round to itself: a message would never arrive; turn something bypassed on");
    }

    private static void twice(Walk walk) {
        Spot end = walk.spot();
        String box = end.scope().pathOf(end.box().component()) + "." + end.box().box();
        if (walk.passesBypassed()) {
            lastLink(walk)
                    .ifPresent(at -> at.scope()
                            .source()
                            .warning(
                                    at.pointer(),
                                    "through what is bypassed this leads to \"" + box
                                            + "\" a second time; once is enough"));
        } else {
            tell(walk, "this leads to \"" + box + "\" a second time: each message would arrive twice");
        }
    }

    /** A link of the document where it stands. */
    private record Place(Scope scope, String pointer) {}

    private static void tell(Walk walk, String message) {
        lastLink(walk).ifPresent(at -> at.scope().source().error(at.pointer(), message));
    }

    /** The last link of the document on the way. */
    private static Optional<Place> lastLink(Walk walk) {
        for (Walk at = walk; at != null; at = at.before()) {
            Walk before = at.before();
            if (at.link().isPresent() && before != null) {
                Scope scope = before.spot().scope();
                return Optional.of(new Place(
                        scope, scope.definition().at("links", at.link().get())));
            }
        }
        return Optional.empty();
    }
}
