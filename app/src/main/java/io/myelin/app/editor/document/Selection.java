package io.myelin.app.editor.document;

import io.myelin.engine.graph.Graph;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The components and links of a document that are selected, in the order they were. */
public final class Selection {
    private SequencedSet<String> components = new LinkedHashSet<>();
    private SequencedSet<LinkReference> links = new LinkedHashSet<>();
    private final Listeners<Selection> listeners = new Listeners<>();

    /** The ids of the selected components. A copy that does not change. */
    public SequencedSet<String> components() {
        return Collections.unmodifiableSequencedSet(new LinkedHashSet<>(components));
    }

    /** The selected links. A copy that does not change. */
    public SequencedSet<LinkReference> links() {
        return Collections.unmodifiableSequencedSet(new LinkedHashSet<>(links));
    }

    /** Whether nothing is selected. */
    public boolean isEmpty() {
        return components.isEmpty() && links.isEmpty();
    }

    /** Whether the component {@code id} is selected. */
    public boolean contains(String id) {
        return components.contains(id);
    }

    /** Whether {@code link} is selected. */
    public boolean contains(LinkReference link) {
        return links.contains(link);
    }

    /** The selected component, where exactly one component and no link is. */
    public Optional<String> onlyComponent() {
        return components.size() == 1 && links.isEmpty() ? Optional.of(components.getFirst()) : Optional.empty();
    }

    /** Selects one component and nothing else. */
    public void select(String id) {
        select(List.of(id), List.of());
    }

    /** Selects one link and nothing else. */
    public void select(LinkReference link) {
        select(List.of(), List.of(link));
    }

    /** Selects these and nothing else. */
    public void select(Collection<String> ids, Collection<LinkReference> links) {
        become(new LinkedHashSet<>(ids), new LinkedHashSet<>(links));
    }

    /** Selects these besides what is selected. */
    public void add(Collection<String> ids, Collection<LinkReference> more) {
        SequencedSet<String> newComponents = new LinkedHashSet<>(components);
        newComponents.addAll(ids);
        SequencedSet<LinkReference> newLinks = new LinkedHashSet<>(links);
        newLinks.addAll(more);
        become(newComponents, newLinks);
    }

    /** Selects the component {@code id}, or takes it out where it is selected. */
    public void toggle(String id) {
        become(toggled(components, id), links);
    }

    /** Selects {@code link}, or takes it out where it is selected. */
    public void toggle(LinkReference link) {
        become(components, toggled(links, link));
    }

    /** Selects nothing. */
    public void clear() {
        become(new LinkedHashSet<>(), new LinkedHashSet<>());
    }

    /** Tells {@code listener} after each change. */
    public Subscription onChange(Consumer<? super Selection> listener) {
        return listeners.add(listener);
    }

    /** Follows a component to its new id. */
    void rename(String id, String newId) {
        become(
                components.stream()
                        .map(one -> one.equals(id) ? newId : one)
                        .collect(Collectors.toCollection(LinkedHashSet::new)),
                links.stream()
                        .map(link -> link.renamed(id, newId))
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /** Drops what is not in {@code graph} any more. */
    void prune(Graph graph) {
        if (isEmpty()) {
            return;
        }
        SequencedSet<String> leftComponents = new LinkedHashSet<>(components);
        leftComponents.retainAll(graph.components().keySet());
        SequencedSet<LinkReference> leftLinks = new LinkedHashSet<>(links);
        if (!leftLinks.isEmpty()) {
            Set<LinkReference> there =
                    graph.links().stream().map(LinkReference::of).collect(Collectors.toSet());
            leftLinks.retainAll(there);
        }
        become(leftComponents, leftLinks);
    }

    private static <T> SequencedSet<T> toggled(SequencedSet<T> set, T element) {
        SequencedSet<T> changed = new LinkedHashSet<>(set);
        if (!changed.remove(element)) {
            changed.add(element);
        }
        return changed;
    }

    private void become(SequencedSet<String> newComponents, SequencedSet<LinkReference> newLinks) {
        boolean same = List.copyOf(components).equals(List.copyOf(newComponents))
                && List.copyOf(links).equals(List.copyOf(newLinks));
        components = newComponents;
        links = newLinks;
        if (!same) {
            listeners.tell(this);
        }
    }
}
