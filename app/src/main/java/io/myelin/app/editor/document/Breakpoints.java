package io.myelin.app.editor.document;

import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphEdit.RenameComponent;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The breakpoints on the wires of one level. They are no part of the graph: its file does not hold them, undo does not
 * touch them. The one on a wire that goes is kept, and there again when the wire is: undone, or read from the file again.
 */
public final class Breakpoints {
    private final Listeners<Breakpoints> listeners = new Listeners<>();
    private Map<LinkReference, Rule> rules = Map.of();
    /** Those whose wires are not in the graph just now. */
    private Map<LinkReference, Rule> absent = Map.of();

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

    /** Those whose wires are not there just now, and then all that are: what is to be remembered. */
    public SequencedMap<LinkReference, Rule> kept() {
        SequencedMap<LinkReference, Rule> kept = new LinkedHashMap<>(absent);
        kept.putAll(rules);
        return Collections.unmodifiableSequencedMap(kept);
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
        become(Map.of(), Map.of());
    }

    /** Has those of {@code remembered} again, on wires of {@code graph}, besides what was set since. */
    void restore(Map<LinkReference, Rule> remembered, Graph graph) {
        Map<LinkReference, Rule> all = new LinkedHashMap<>(remembered);
        all.putAll(kept());
        settle(all, graph);
    }

    /** Tells {@code listener} after each change. */
    public Subscription onChange(Consumer<? super Breakpoints> listener) {
        return listeners.add(listener);
    }

    /** Follows wires whose ends were renamed, and those that come to be in {@code graph} or are not any more. */
    void follow(List<RenameComponent> renames, Graph graph) {
        if (rules.isEmpty() && absent.isEmpty()) {
            return;
        }
        Map<LinkReference, Rule> all = new LinkedHashMap<>();
        Map<LinkReference, LinkReference> called = new LinkedHashMap<>();
        // In this order: one that is there may be called now as one that is not was, and takes its place.
        kept().forEach((link, rule) -> {
            LinkReference now = link;
            for (RenameComponent rename : renames) {
                now = now.renamed(rename.id(), rename.newId());
            }
            all.put(now, rule);
            if (!now.equals(link)) {
                called.put(link, now);
            }
        });
        renamed = Map.copyOf(called);
        settle(all, graph);
        renamed = Map.of();
    }

    private void settle(Map<LinkReference, Rule> all, Graph graph) {
        Set<LinkReference> there = new HashSet<>(LinkReference.publicOf(graph));
        graph.links().forEach(link -> there.add(LinkReference.of(link)));
        Map<LinkReference, Rule> gone = new LinkedHashMap<>(all);
        gone.keySet().removeAll(there);
        Map<LinkReference, Rule> left = new LinkedHashMap<>(all);
        left.keySet().retainAll(there);
        become(left, gone);
    }

    private void become(Map<LinkReference, Rule> changed) {
        become(changed, absent);
    }

    private void become(Map<LinkReference, Rule> changed, Map<LinkReference, Rule> gone) {
        if (!changed.equals(rules) || !gone.equals(absent)) {
            rules = Map.copyOf(changed);
            absent = Map.copyOf(gone);
            listeners.tell(this);
        }
    }
}
