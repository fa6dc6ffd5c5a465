package io.myelin.engine.graph.diff;

import io.myelin.engine.graph.BoxReference;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphComponent;
import io.myelin.engine.graph.GraphFields;
import io.myelin.engine.graph.GraphLink;
import io.myelin.engine.message.DataRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Finds which component of one version is which of another. A component that keeps id and type is the same. The others
 * are known again by what they are and by what they are linked to: first those that are alike in all, then the most
 * alike. Where nothing tells, they are a new one and one that is gone.
 */
final class ComponentMatcher {
    /** From which likeness on, of 0 to 1, two components are taken for one. */
    private static final double ALIKE = 0.5;

    /** How many pairs of a type are weighed at most, so that two graphs without anything in common are told in time. */
    private static final long MOST_PAIRS = 250_000;

    /** How often what was found is used to find more: a step further along the links each time. */
    private static final int MOST_ROUNDS = 20;

    private final Graph before;
    private final Graph after;
    private final ComponentMatch match = new ComponentMatch();
    private final Set<String> gone = new LinkedHashSet<>();
    private final Set<String> come = new LinkedHashSet<>();
    private Map<String, List<End>> endsBefore = Map.of();
    private Map<String, List<End>> endsAfter = Map.of();

    private ComponentMatcher(Graph before, Graph after) {
        this.before = before;
        this.after = after;
    }

    /** One end of a link, seen from its component: the own box and the other's. */
    private record End(boolean out, String box, BoxReference other) {}

    /** What one component is and what it is linked to, those linked to named alike in both versions. */
    private record Signature(GraphComponent component, Map<String, Integer> ends) {}

    private record Pair(String before, String after, double likeness) {}

    static ComponentMatch match(Graph before, Graph after) {
        return new ComponentMatcher(before, after).match();
    }

    private ComponentMatch match() {
        before.components().forEach((id, component) -> {
            GraphComponent now = after.components().get(id);
            if (now != null && now.type().equals(component.type())) {
                match.put(id, id);
            } else {
                gone.add(id);
            }
        });
        after.components().keySet().stream()
                .filter(id -> match.before(id).isEmpty())
                .forEach(come::add);
        if (!gone.isEmpty() && !come.isEmpty()) {
            endsBefore = ends(before, gone);
            endsAfter = ends(after, come);
            matchSame();
            matchAlike();
            List.copyOf(gone).stream().filter(come::contains).forEach(id -> found(id, id));
        }
        return match;
    }

    private void found(String id, String now) {
        match.put(id, now);
        gone.remove(id);
        come.remove(now);
    }

    private static Map<String, List<End>> ends(Graph graph, Set<String> ids) {
        Map<String, List<End>> ends = new HashMap<>();
        ids.forEach(id -> ends.put(id, new ArrayList<>()));
        for (GraphLink link : graph.links()) {
            List<End> from = ends.get(link.from().component());
            if (from != null) {
                from.add(new End(true, link.from().box(), link.to()));
            }
            List<End> to = ends.get(link.to().component());
            if (to != null) {
                to.add(new End(false, link.to().box(), link.from()));
            }
        }
        return ends;
    }

    /** Matches those alike in all; each found tells more about its neighbours. */
    private void matchSame() {
        boolean isAny = true;
        for (int round = 0; isAny && round < MOST_ROUNDS; round++) {
            isAny = matchOnlyOnes();
        }
        Map<Signature, List<String>> left = signatures(after, come, endsAfter, UnaryOperator.identity());
        signatures(before, gone, endsBefore, id -> match.after(id).orElse("")).forEach((signature, ids) -> {
            List<String> same = left.getOrDefault(signature, List.of());
            for (int index = 0; index < Math.min(ids.size(), same.size()); index++) {
                if (isTold(signature) || ids.size() == 1 && same.size() == 1) {
                    found(ids.get(index), same.get(index));
                }
            }
        });
    }

    /** Whether a component like this can be known again among others of its type. */
    private static boolean isTold(Signature signature) {
        return !signature.ends().isEmpty()
                || GraphFields.of(signature.component()).size() > 1;
    }

    private boolean matchOnlyOnes() {
        Map<Signature, List<String>> now = signatures(after, come, endsAfter, UnaryOperator.identity());
        boolean isAny = false;
        for (Map.Entry<Signature, List<String>> one : signatures(
                        before, gone, endsBefore, id -> match.after(id).orElse(""))
                .entrySet()) {
            List<String> same = now.getOrDefault(one.getKey(), List.of());
            if (one.getValue().size() == 1 && same.size() == 1) {
                found(one.getValue().getFirst(), same.getFirst());
                isAny = true;
            }
        }
        return isAny && !gone.isEmpty() && !come.isEmpty();
    }

    private Map<Signature, List<String>> signatures(
            Graph graph, Set<String> ids, Map<String, List<End>> ends, UnaryOperator<String> now) {
        Map<Signature, List<String>> signatures = new LinkedHashMap<>();
        for (String id : ids) {
            GraphComponent component = graph.components().get(id);
            if (component != null) {
                Signature signature = new Signature(component, named(graph, ends.getOrDefault(id, List.of()), now));
                signatures.computeIfAbsent(signature, _ -> new ArrayList<>()).add(id);
            }
        }
        return signatures;
    }

    /** Each end as text, with how often there is one: those at components that are known by name, others by type. */
    private Map<String, Integer> named(Graph graph, List<End> ends, UnaryOperator<String> now) {
        Map<String, Integer> named = new TreeMap<>();
        for (End end : ends) {
            String id = now.apply(end.other().component());
            GraphComponent other = graph.components().get(end.other().component());
            String name = match.before(id).isPresent() ? id : "a " + (other == null ? "" : other.type());
            named.merge(
                    (end.out() ? ">" : "<") + end.box() + " " + name + " "
                            + end.other().box(),
                    1,
                    Integer::sum);
        }
        return named;
    }

    private void matchAlike() {
        Map<String, List<String>> now = byType(after, come);
        List<Pair> pairs = new ArrayList<>();
        byType(before, gone).forEach((type, ids) -> {
            List<String> same = now.getOrDefault(type, List.of());
            if ((long) ids.size() * same.size() <= MOST_PAIRS) {
                ids.forEach(id -> same.forEach(other -> pairs.add(pair(id, other))));
            }
        });
        pairs.removeIf(pair -> pair.likeness() < ALIKE);
        pairs.sort(Comparator.comparingDouble(Pair::likeness).reversed());
        for (Pair pair : pairs) {
            if (gone.contains(pair.before()) && come.contains(pair.after())) {
                found(pair.before(), pair.after());
            }
        }
    }

    private static Map<String, List<String>> byType(Graph graph, Set<String> ids) {
        Map<String, List<String>> byType = new LinkedHashMap<>();
        ids.forEach(id -> Optional.ofNullable(graph.components().get(id))
                .ifPresent(component -> byType.computeIfAbsent(component.type(), _ -> new ArrayList<>())
                        .add(id)));
        return byType;
    }

    /** How alike two of a type are: the share of what they say and of their links that is the same. */
    private Pair pair(String id, String now) {
        Set<String> said = said(before.components().get(id));
        Set<String> saidNow = said(after.components().get(now));
        Set<String> ends = named(
                        before,
                        endsBefore.getOrDefault(id, List.of()),
                        other -> match.after(other).orElse(""))
                .keySet();
        Set<String> endsNow = named(after, endsAfter.getOrDefault(now, List.of()), UnaryOperator.identity())
                .keySet();
        boolean tells = !said.isEmpty() || !saidNow.isEmpty();
        boolean links = !ends.isEmpty() || !endsNow.isEmpty();
        double likeness = 0;
        if (tells && links) {
            likeness = (share(said, saidNow) + share(ends, endsNow)) / 2;
        } else if (tells || links) {
            likeness = tells ? share(said, saidNow) : share(ends, endsNow);
        }
        return new Pair(id, now, likeness);
    }

    private static Set<String> said(@Nullable GraphComponent component) {
        Set<String> said = new HashSet<>();
        if (component != null) {
            DataRecord fields = GraphFields.of(component);
            fields.without("settings").without("type").forEach((key, value) -> said.add(key + " " + value));
            component.settings().forEach((key, value) -> said.add("settings/" + key + " " + value));
        }
        return said;
    }

    private static double share(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        return 2.0 * both.size() / (one.size() + other.size());
    }
}
