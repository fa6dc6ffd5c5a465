package io.myelin.app.editor.document;

import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphEdit.RenameComponent;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The breakpoints on the wires of one level. They are no part of the graph: its file does not hold them, undo does not
 * touch them. Those of wires that go are gone.
 */
public final class Breakpoints {
    private final Listeners<Breakpoints> listeners = new Listeners<>();
    private Map<LinkReference, Rule> rules = Map.of();
    private Map<LinkReference, LinkReference> renamed = Map.of();

    /**
     * Which messages one holds.
     *
     * @param condition a JSONata expression that is true of them; empty for all
     * @param from from which of those on, 1 for the first
     */
    public record Rule(String condition, long from) {
        /** Holds every message. */
        public static final Rule EVERY = new Rule("", 1);

        /** Whether it holds fewer than all. */
        public boolean isConditional() {
            return !condition.isBlank() || from > 1;
        }
    }

    /** All of them, by wire. */
    public Map<LinkReference, Rule> all() {
        return rules;
    }

    /** While listeners are told of it: which wires are called otherwise than before, by what they were called. */
    public Map<LinkReference, LinkReference> renamed() {
        return renamed;
    }

    /** The one on {@code link}. */
    public Optional<Rule> on(LinkReference link) {
        return Optional.ofNullable(rules.get(link));
    }

    /** Sets one that holds every message on each of {@code links}, or takes them off where all have one. */
    public void toggle(Collection<LinkReference> links) {
        Map<LinkReference, Rule> changed = new LinkedHashMap<>(rules);
        if (changed.keySet().containsAll(links)) {
            changed.keySet().removeAll(Set.copyOf(links));
        } else {
            links.forEach(link -> changed.putIfAbsent(link, Rule.EVERY));
        }
        become(changed);
    }

    /** Has the breakpoint on {@code link} be for other messages; sets one where there is none. */
    public void set(LinkReference link, Rule rule) {
        Map<LinkReference, Rule> changed = new LinkedHashMap<>(rules);
        changed.put(link, rule);
        become(changed);
    }

    /** Takes all away. */
    public void clear() {
        become(Map.of());
    }

    /** Tells {@code listener} after each change. */
    public Subscription onChange(Consumer<? super Breakpoints> listener) {
        return listeners.add(listener);
    }

    /** Follows wires whose ends were renamed, and drops those that are not in {@code graph} any more. */
    void follow(List<RenameComponent> renames, Graph graph) {
        if (rules.isEmpty()) {
            return;
        }
        Set<LinkReference> there = new HashSet<>(LinkReference.publicOf(graph));
        graph.links().forEach(link -> there.add(LinkReference.of(link)));
        Map<LinkReference, Rule> left = new LinkedHashMap<>();
        Map<LinkReference, LinkReference> called = new LinkedHashMap<>();
        rules.forEach((link, rule) -> {
            LinkReference now = link;
            for (RenameComponent rename : renames) {
                now = now.renamed(rename.id(), rename.newId());
            }
            if (there.contains(now)) {
                left.put(now, rule);
                called.put(link, now);
            }
        });
        called.entrySet().removeIf(one -> one.getKey().equals(one.getValue()));
        renamed = Map.copyOf(called);
        become(left);
        renamed = Map.of();
    }

    private void become(Map<LinkReference, Rule> changed) {
        if (!changed.equals(rules)) {
            rules = Map.copyOf(changed);
            listeners.tell(this);
        }
    }
}
