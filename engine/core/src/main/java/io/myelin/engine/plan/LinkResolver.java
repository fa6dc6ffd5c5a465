package io.myelin.engine.plan;

import io.myelin.engine.component.BoxDeclaration;
import io.myelin.engine.component.ComponentType;
import io.myelin.engine.component.MessageType;
import io.myelin.engine.graph.BoxReference;
import io.myelin.engine.graph.ComponentState;
import io.myelin.engine.graph.GraphLink;
import io.myelin.engine.message.Phrase;
import io.myelin.engine.message.Wording;
import io.myelin.engine.plan.PlannedLink.DrawnLink;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
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
    private static final String CONTROL = ComponentType.CONTROL.name();
    private static final String SIGNAL = ComponentType.SIGNAL.name();
    private static final String INBOX = "inbox";
    private static final String OUTBOX = "outbox";

    private final Map<Scope, ScopeWiring> wirings = new HashMap<>();
    private final Set<Scope> speaking = new LinkedHashSet<>();
    private final Set<Scope> standing = new LinkedHashSet<>();
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

    private LinkResolver() {}

    /** Resolves all links between real components of these scopes; problems are told to the scopes' sources. */
    static LinkResolver of(Collection<Scope> scopes) {
        LinkResolver resolver = new LinkResolver();
        resolver.resolve(scopes);
        return resolver;
    }

    private void resolve(Collection<Scope> scopes) {
        scopes.stream().filter(this::isHeard).forEach(speaking::add);
        scopes.stream().filter(this::hasToEndStreams).forEach(standing::add);
        for (Scope scope : scopes) {
            if (!scope.isBypassed()) {
                scope.nodes()
                        .forEach((id, node) -> boxesOf(scope, id, node)
                                .forEach(box -> follow(new Spot(scope, new BoxReference(id, box), true))));
            }
        }
        BypassCircles.closing(betweenBypassed.keySet())
                .forEach(link -> circle(Objects.requireNonNull(betweenBypassed.get(link))));
    }

    /** All links from and to real components, and from and to the subgraphs {@linkplain #speaking that speak}. */
    List<PlannedLink> links() {
        return Collections.unmodifiableList(links);
    }

    /** The subgraphs that say how they end: each has a {@link SubgraphSignal}. */
    Set<Scope> speaking() {
        return Collections.unmodifiableSet(speaking);
    }

    /** The bypassed subgraphs from which more leads on than goes straight through: each has a component in its place. */
    Set<Scope> standing() {
        return Collections.unmodifiableSet(standing);
    }

    private Set<String> boxesOf(Scope scope, String id, Scope.Node node) {
        return switch (node) {
            case Scope.Leaf leaf -> {
                Set<String> boxes = new LinkedHashSet<>(leaf.outboxes());
                boxes.addAll(wiring(scope).boxesFrom(id));
                yield boxes;
            }
            case Scope.Child child when standing.contains(child.scope()) -> new LinkedHashSet<>(child.outboxes());
            case Scope.Child child -> speaking.contains(child.scope()) ? Set.of(SIGNAL) : Set.of();
        };
    }

    private ScopeWiring wiring(Scope scope) {
        return wirings.computeIfAbsent(scope, ScopeWiring::new);
    }

    /** Whether {@code scope} is a subgraph whose signal is not wired inside and leads somewhere outside. */
    private boolean isHeard(Scope scope) {
        if (scope.isBypassed() || scope.definition().graph().outboxes().containsKey(SIGNAL)) {
            return false;
        }
        return leadsOn(scope, SIGNAL);
    }

    /**
     * Whether {@code scope} is bypassed, nothing inside it runs, and there are receivers outside that would wait for an
     * end of the stream from it for ever: they are linked to something else than what its inbox goes straight on to.
     */
    private boolean hasToEndStreams(Scope scope) {
        if (scope.state() != ComponentState.BYPASSED
                || scope.parent().filter(parent -> !parent.isBypassed()).isEmpty()) {
            return false;
        }
        boolean goesStraightOn = goesStraightOn(scope);
        return new Scope.Child(scope)
                .outboxes().stream()
                        .anyMatch(outbox -> !(goesStraightOn && outbox.equals(OUTBOX)) && leadsOn(scope, outbox));
    }

    private static boolean goesStraightOn(Scope bypassed) {
        return bypassed.definition().graph().inboxes().containsKey(INBOX)
                && bypassed.definition().graph().outboxes().containsKey(OUTBOX);
    }

    /** Whether a link outside begins at the box {@code outbox} of {@code scope}, or of a graph around that it leaves by. */
    private boolean leadsOn(Scope scope, String outbox) {
        Deque<Spot> open = new ArrayDeque<>();
        scope.parent().ifPresent(parent -> open.add(new Spot(parent, new BoxReference(scope.id(), outbox), true)));
        while (!open.isEmpty()) {
            Spot spot = open.poll();
            ScopeWiring wiring = wiring(spot.scope());
            if (!wiring.linksFrom(spot.box()).isEmpty()) {
                return true;
            }
            spot.scope()
                    .parent()
                    .ifPresent(parent -> wiring.outboxesOf(spot.box())
                            .forEach(name -> open.add(new Spot(
                                    parent, new BoxReference(spot.scope().id(), name), true))));
        }
        return false;
    }

    private void follow(Spot start) {
        Deque<Walk> open = new ArrayDeque<>();
        Set<Spot> seen = new HashSet<>();
        open.add(new Walk(start, null, Optional.empty(), Optional.empty()));
        while (!open.isEmpty()) {
            Walk walk = open.poll();
            for (Walk next : walk.spot().isOutbox() ? fromOutbox(walk) : fromInbox(walk, start)) {
                if (isEnd(next.spot()) || seen.add(next.spot())) {
                    open.add(next);
                } else if (next.hasBeenAt(next.spot())) {
                    circle(next);
                } else {
                    twice(next);
                }
            }
        }
    }

    private boolean isEnd(Spot spot) {
        return !spot.isOutbox()
                && (node(spot) instanceof Scope.Leaf
                        || node(spot) instanceof Scope.Child child && standing.contains(child.scope()));
    }

    private static Scope.@Nullable Node node(Spot spot) {
        return spot.scope().nodes().get(spot.box().component());
    }

    private List<Walk> fromOutbox(Walk walk) {
        Scope scope = walk.spot().scope();
        BoxReference box = walk.spot().box();
        ScopeWiring wiring = wiring(scope);
        List<Walk> next = new ArrayList<>();
        for (int index : wiring.linksFrom(box)) {
            GraphLink link = scope.definition().graph().links().get(index);
            DrawnLink drawn = new DrawnLink(
                    scope.path(), link.from().toString(), link.to().toString());
            next.add(walk.to(new Spot(scope, link.to(), false), drawn, Optional.of(index)));
        }
        List<String> own = wiring.outboxesOf(box);
        if (scope.parent().isPresent()) {
            Scope parent = scope.parent().get();
            for (String name : own) {
                DrawnLink drawn = new DrawnLink(scope.path(), box.toString(), name);
                next.add(walk.to(new Spot(parent, new BoxReference(scope.id(), name), true), drawn, Optional.empty()));
            }
        }
        return next;
    }

    private List<Walk> fromInbox(Walk walk, Spot start) {
        Spot spot = walk.spot();
        Scope.Node node = node(spot);
        if (node instanceof Scope.Child child && standing.contains(child.scope())) {
            arrive(walk, start, child);
            return List.of();
        }
        if (node instanceof Scope.Child child) {
            return intoGraph(walk, start, child.scope());
        }
        if (node instanceof Scope.Leaf leaf) {
            arrive(walk, start, leaf);
        }
        return List.of();
    }

    private List<Walk> intoGraph(Walk walk, Spot start, Scope inner) {
        Spot spot = walk.spot();
        String name = spot.box().box();
        if (inner.state() == ComponentState.BYPASSED) {
            BoxReference outbox = new BoxReference(spot.box().component(), OUTBOX);
            boolean isPassed = name.equals(INBOX) && goesStraightOn(inner);
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
        if (speaking.contains(inner)) {
            // Before those inside: what ends them must be known when they have ended.
            add(
                    walk,
                    new PlannedLink(
                            start.scope().pathOf(start.box().component()),
                            start.box().box(),
                            inner.path(),
                            SubgraphSignal.CONTROL,
                            walk.steps()));
        }
        List<Walk> controls = new ArrayList<>();
        for (String id : inner.nodes().keySet()) {
            BoxReference control = new BoxReference(id, CONTROL);
            if (!wiring(inner).isTarget(control)) {
                controls.add(walk.silentlyTo(new Spot(inner, control, false)));
            }
        }
        return controls;
    }

    private void arrive(Walk walk, Spot start, Scope.Node receiver) {
        Spot end = walk.spot();
        String toPath = end.scope().pathOf(end.box().component());
        Scope.Node sender = node(start);
        if (sender == null) {
            return;
        }
        PlannedLink link = new PlannedLink(
                start.scope().pathOf(start.box().component()),
                start.box().box(),
                toPath,
                end.box().box(),
                walk.steps());
        checkTypes(walk, link, sender.outbox(link.outbox()), receiver.inbox(link.inbox()));
        if (add(walk, link)) {
            if (goesStraightOn(sender, link.outbox(), OUTBOX) && goesStraightOn(receiver, link.inbox(), INBOX)) {
                betweenBypassed.put(link, walk);
            }
        }
    }

    /** Adds a link; false, and the problem told, where it is there already. */
    private boolean add(Walk walk, PlannedLink link) {
        if (!ends.add(link.toString())) {
            twice(walk);
            return false;
        }
        return links.add(link);
    }

    private boolean goesStraightOn(Scope.Node node, String box, String straight) {
        boolean isBypassed = switch (node) {
            case Scope.Leaf leaf ->
                leaf.planned()
                        .filter(planned -> planned.state() == ComponentState.BYPASSED)
                        .isPresent();
            case Scope.Child child -> standing.contains(child.scope());
        };
        return isBypassed && box.equals(straight);
    }

    private static void checkTypes(
            Walk walk, PlannedLink link, Optional<BoxDeclaration> from, Optional<BoxDeclaration> to) {
        if (from.isPresent() && to.isPresent() && !from.get().fits(to.get())) {
            String giver = link.fromPath() + "." + link.outbox();
            String taker = link.toPath() + "." + link.inbox();
            tell(walk, Wording.of(Phrase.TYPES_UNFIT, giver, names(from.get()), taker, names(to.get())));
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
                Wording.of("a passthrough that leads round to itself: a message would never arrive; turn something"
                        + " bypassed on"));
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
            tell(walk, Wording.of(Phrase.ARRIVES_TWICE, box));
        }
    }

    /** A link of the document where it stands. */
    private record Place(Scope scope, String pointer) {}

    private static void tell(Walk walk, Wording message) {
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
