package io.myelin.app.editor.document;

import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphEdit.RenameComponent;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The components, links and notes of a document that are selected, in the order they were. */
public final class Selection {
    // None of these is ever changed: each change of the selection makes others.
    private SequencedSet<String> components = Collections.unmodifiableSequencedSet(new LinkedHashSet<>());
    private SequencedSet<LinkReference> links = Collections.unmodifiableSequencedSet(new LinkedHashSet<>());
    private SequencedSet<String> notes = Collections.unmodifiableSequencedSet(new LinkedHashSet<>());
    private final Listeners<Selection> listeners = new Listeners<>();

    /** The ids of the selected components, as they are now: it does not change. */
    public SequencedSet<String> components() {
        return components;
    }

    /** The selected links, as they are now: it does not change. */
    public SequencedSet<LinkReference> links() {
        return links;
    }

    /** The names of the selected notes, as they are now: it does not change. */
    public SequencedSet<String> notes() {
        return notes;
    }

    /** Whether nothing is selected. */
    public boolean isEmpty() {
        return components.isEmpty() && links.isEmpty() && notes.isEmpty();
    }

    /** Whether components or notes are selected, which have places. */
    public boolean hasPlaced() {
        return !components.isEmpty() || !notes.isEmpty();
    }

    /** Whether the component {@code id} is selected. */
    public boolean contains(String id) {
        return components.contains(id);
    }

    /** Whether {@code link} is selected. */
    public boolean contains(LinkReference link) {
        return links.contains(link);
    }

    /** The selected component, where exactly one component and nothing else is. */
    public Optional<String> onlyComponent() {
        return components.size() == 1 && links.isEmpty() && notes.isEmpty()
                ? Optional.of(components.getFirst())
                : Optional.empty();
    }

    /** The selected link, where exactly one link and nothing else is. */
    public Optional<LinkReference> onlyLink() {
        return links.size() == 1 && !hasPlaced() ? Optional.of(links.getFirst()) : Optional.empty();
    }

    /** The selected note, where exactly one note and nothing else is. */
    public Optional<String> onlyNote() {
        return notes.size() == 1 && components.isEmpty() && links.isEmpty()
                ? Optional.of(notes.getFirst())
                : Optional.empty();
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
        select(ids, links, List.of());
    }

    /** Selects these and nothing else. */
    public void select(Collection<String> ids, Collection<LinkReference> links, Collection<String> names) {
        become(new LinkedHashSet<>(ids), new LinkedHashSet<>(links), new LinkedHashSet<>(names));
    }

    /** Selects those of these that are in {@code graph}, and nothing else: for what was selected some time ago. */
    public void selectIn(
            Graph graph, Collection<String> ids, Collection<LinkReference> links, Collection<String> names) {
        becomeIn(graph, ids, links, names);
    }

    /** Selects one note and nothing else. */
    public void selectNote(String name) {
        select(List.of(), List.of(), List.of(name));
    }

    /** Selects the note {@code name}, or takes it out where it is selected. */
    public void toggleNote(String name) {
        become(components, links, toggled(notes, name));
    }

    /** Selects these besides what is selected. */
    public void add(Collection<String> ids, Collection<LinkReference> more) {
        add(ids, more, List.of());
    }

    /** Selects these besides what is selected. */
    public void add(Collection<String> ids, Collection<LinkReference> more, Collection<String> names) {
        SequencedSet<String> newComponents = new LinkedHashSet<>(components);
        newComponents.addAll(ids);
        SequencedSet<LinkReference> newLinks = new LinkedHashSet<>(links);
        newLinks.addAll(more);
        SequencedSet<String> newNotes = new LinkedHashSet<>(notes);
        newNotes.addAll(names);
        become(newComponents, newLinks, newNotes);
    }

    /** Selects the component {@code id}, or takes it out where it is selected. */
    public void toggle(String id) {
        become(toggled(components, id), links, notes);
    }

    /** Selects {@code link}, or takes it out where it is selected. */
    public void toggle(LinkReference link) {
        become(components, toggled(links, link), notes);
    }

    /** Selects nothing. */
    public void clear() {
        select(List.of(), List.of());
    }

    /** Tells {@code listener} after each change. */
    public Subscription onChange(Consumer<? super Selection> listener) {
        return listeners.add(listener);
    }

    /** Follows components to their new ids, one after the other, as far as they are in {@code graph}; tells once. */
    void rename(List<RenameComponent> renames, Graph graph) {
        SequencedSet<String> nowComponents = components;
        SequencedSet<LinkReference> nowLinks = links;
        for (RenameComponent rename : renames) {
            nowComponents = nowComponents.stream()
                    .map(one -> one.equals(rename.id()) ? rename.newId() : one)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            nowLinks = nowLinks.stream()
                    .map(link -> link.renamed(rename.id(), rename.newId()))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }
        becomeIn(graph, nowComponents, nowLinks, notes);
    }

    /** Drops what is not in {@code graph} any more. */
    void prune(Graph graph) {
        if (!isEmpty()) {
            becomeIn(graph, components, links, notes);
        }
    }

    private void becomeIn(
            Graph graph,
            Collection<String> wantedComponents,
            Collection<LinkReference> wantedLinks,
            Collection<String> wantedNotes) {
        SequencedSet<String> leftComponents = new LinkedHashSet<>(wantedComponents);
        leftComponents.retainAll(graph.components().keySet());
        SequencedSet<LinkReference> leftLinks = new LinkedHashSet<>(wantedLinks);
        if (!leftLinks.isEmpty()) {
            Set<LinkReference> there =
                    graph.links().stream().map(LinkReference::of).collect(Collectors.toCollection(HashSet::new));
            there.addAll(LinkReference.publicOf(graph));
            leftLinks.retainAll(there);
        }
        SequencedSet<String> leftNotes = new LinkedHashSet<>(wantedNotes);
        leftNotes.retainAll(graph.layout().notes().keySet());
        become(leftComponents, leftLinks, leftNotes);
    }

    private static <T> SequencedSet<T> toggled(SequencedSet<T> set, T element) {
        SequencedSet<T> changed = new LinkedHashSet<>(set);
        if (!changed.remove(element)) {
            changed.add(element);
        }
        return changed;
    }

    /** {@code before} where {@code now} has the same in the same order, else that; not to be changed any more. */
    @SuppressWarnings("ReferenceEquality") // What stays is often the very same.
    private static <T> SequencedSet<T> follow(SequencedSet<T> before, SequencedSet<T> now) {
        boolean same = before == now
                || before.size() == now.size() && List.copyOf(before).equals(List.copyOf(now));
        return same ? before : Collections.unmodifiableSequencedSet(now);
    }

    @SuppressWarnings("ReferenceEquality") // What is the same stays the very same.
    private void become(
            SequencedSet<String> newComponents, SequencedSet<LinkReference> newLinks, SequencedSet<String> newNotes) {
        SequencedSet<String> componentsBefore = components;
        SequencedSet<LinkReference> linksBefore = links;
        SequencedSet<String> notesBefore = notes;
        components = follow(components, newComponents);
        links = follow(links, newLinks);
        notes = follow(notes, newNotes);
        if (components != componentsBefore || links != linksBefore || notes != notesBefore) {
            listeners.tell(this);
        }
    }
}
