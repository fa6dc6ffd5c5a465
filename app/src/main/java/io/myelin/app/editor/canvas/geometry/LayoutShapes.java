package io.myelin.app.editor.canvas.geometry;

import io.myelin.engine.graph.GraphLayout;
import io.myelin.engine.graph.GroupFrame;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The shapes of notes and groups. Groups lie round their members, wherever those are shown, but for those that are about
 * to leave. For one thread.
 */
public final class LayoutShapes {
    private final Function<String, Optional<Bounds>> component;
    private final Map<String, NoteShape> settled = new LinkedHashMap<>();
    private final Map<String, NoteShape> shown = new LinkedHashMap<>();
    private GraphLayout layout = GraphLayout.EMPTY;
    private Folds folds = Folds.NONE;
    private Set<String> leaving = Set.of();
    private Set<String> leavingNotes = Set.of();
    private @Nullable List<GroupShape> groups;
    private boolean notesDisplaced;

    /** {@code component} tells where a component is shown. */
    LayoutShapes(Function<String, Optional<Bounds>> component) {
        this.component = component;
    }

    /** Follows to {@code changed}, in which {@code folded} is folded; what was displaced is back in its place. */
    void update(GraphLayout changed, Folds folded) {
        layout = changed;
        folds = folded;
        leaving = Set.of();
        leavingNotes = Set.of();
        settled.clear();
        changed.notes().forEach((name, note) -> settled.put(name, NoteShape.of(name, note)));
        folded.cards().forEach(card -> settled.keySet().removeAll(card.group().notes()));
        shown.clear();
        shown.putAll(settled);
        notesDisplaced = false;
        groups = null;
    }

    /** Shows the notes {@code names} away from their places by so much, and all others in theirs. */
    void displace(Set<String> names, double dx, double dy) {
        notesDisplaced = names.stream().anyMatch(settled::containsKey);
        settled.forEach((name, note) -> shown.put(name, names.contains(name) ? note.moved(dx, dy) : note));
        groups = null;
    }

    /** Whether notes are shown away from their places. */
    public boolean hasDisplacedNotes() {
        return notesDisplaced;
    }

    /** Draws groups as if these components and notes were in none, until this is called again or the graph changes. */
    public void leave(Set<String> components, Set<String> notes) {
        leaving = Set.copyOf(components);
        leavingNotes = Set.copyOf(notes);
        groups = null;
    }

    /** All notes, the upper ones last. */
    public Collection<NoteShape> notes() {
        return List.copyOf(shown.values());
    }

    /** The note of this name. */
    public Optional<NoteShape> note(String name) {
        return Optional.ofNullable(shown.get(name));
    }

    /** The notes that touch {@code area}, the upper ones last. */
    public List<NoteShape> notesIn(Bounds area) {
        return shown.values().stream()
                .filter(note -> note.bounds().intersects(area))
                .toList();
    }

    /** The groups in which something is, larger ones before those that they may hold. */
    public List<GroupShape> groups() {
        List<GroupShape> known = groups;
        if (known == null) {
            known = shapes();
            groups = known;
        }
        return known;
    }

    private List<GroupShape> shapes() {
        List<GroupShape> shapes = new ArrayList<>();
        layout.groups()
                .forEach((name, group) -> folds.card(name)
                        .map(this::displaced)
                        .or(() -> Bounds.around(contents(group))
                                .map(contents -> GroupShape.around(name, group, contents)))
                        .ifPresent(shapes::add));
        shapes.sort((one, other) -> Double.compare(area(other.bounds()), area(one.bounds())));
        return List.copyOf(shapes);
    }

    /** A card where its members are shown. */
    private GroupShape displaced(GroupShape card) {
        return card.group().members().stream()
                .flatMap(id -> component.apply(id).stream())
                .findFirst()
                .map(now -> card.moved(
                        now.x() - card.bounds().x(), now.y() - card.bounds().y()))
                .orElse(card);
    }

    private static double area(Bounds bounds) {
        return bounds.width() * bounds.height();
    }

    private List<Bounds> contents(GroupFrame group) {
        List<Bounds> contents = new ArrayList<>();
        group.members().stream()
                .filter(id -> !leaving.contains(id))
                .forEach(id -> component.apply(id).ifPresent(contents::add));
        group.notes().stream()
                .filter(name -> !leavingNotes.contains(name))
                .forEach(name -> note(name).ifPresent(note -> contents.add(note.bounds())));
        return contents;
    }

    /** Whether one of {@code ids} is in a group. */
    public boolean isGrouped(Set<String> ids) {
        return !ids.isEmpty()
                && layout.groups().values().stream()
                        .anyMatch(group -> group.members().stream().anyMatch(ids::contains));
    }

    /** The group of this name, where something is in it. */
    public Optional<GroupShape> group(String name) {
        return groups().stream().filter(group -> group.name().equals(name)).findFirst();
    }

    /** A rectangle around all of them; empty for none. */
    Optional<Bounds> contents() {
        List<Bounds> all = new ArrayList<>();
        notes().forEach(note -> all.add(note.bounds()));
        groups().forEach(group -> all.add(group.bounds()));
        return Bounds.around(all);
    }
}
