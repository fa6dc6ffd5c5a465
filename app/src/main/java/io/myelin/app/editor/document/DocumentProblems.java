package io.myelin.app.editor.document;

import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What the last check found wrong with one level of a document and those inside it, by the component or link it concerns. */
public final class DocumentProblems {
    private final Listeners<DocumentProblems> listeners = new Listeners<>();
    private final NewComponents news;
    private Graph whole = Graph.EMPTY;
    private List<String> path = List.of();
    private List<Problem> all = List.of();
    private Map<String, List<Problem>> byComponent = Map.of();
    private Map<LinkReference, List<Problem>> byLink = Map.of();
    private Set<String> wrongComponents = Set.of();
    private Set<LinkReference> wrongLinks = Set.of();

    DocumentProblems(NewComponents news) {
        this.news = news;
        var _ = news.onChange(_ -> listeners.tell(this));
    }

    /** All of them, those of graphs inside too, in the order of the file. */
    public List<Problem> all() {
        return all;
    }

    /** Those of the component {@code id} itself, its settings and its inboxes. */
    public List<Problem> of(String id) {
        return byComponent.getOrDefault(id, List.of());
    }

    /** Those of {@code link}. */
    public List<Problem> of(LinkReference link) {
        return byLink.getOrDefault(link, List.of());
    }

    /** The components that have errors, in themselves, their settings or their inboxes, but for those just added. */
    public Set<String> wrongComponents() {
        return news.isEmpty()
                ? wrongComponents
                : wrongComponents.stream().filter(id -> !isToFillIn(id)).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether what is wrong with the component {@code id} is only still to be filled in, since it was just added. */
    public boolean isToFillIn(String id) {
        return news.contains(path, id) && byComponent.containsKey(id);
    }

    /** Whether {@code problem}, one of these, is of a component that was just added. */
    public boolean isToFillIn(Problem problem) {
        if (news.isEmpty()) {
            return false;
        }
        ProblemPlace place = ProblemPlace.of(problem, whole);
        return place.component().filter(id -> news.contains(place.level(), id)).isPresent();
    }

    /** The links that have errors. */
    public Set<LinkReference> wrongLinks() {
        return wrongLinks;
    }

    /** Whether one of them is an error. */
    public boolean hasErrors() {
        return all.stream().anyMatch(Problem::isError);
    }

    /** Puts what a check of {@code whole} found in the graph at {@code path} in it in place of what was known. */
    void replace(Graph whole, List<String> path, List<Problem> found) {
        this.whole = whole;
        this.path = List.copyOf(path);
        List<Problem> copy = found.stream()
                .filter(problem -> isAtOrInside(ProblemPlace.of(problem, whole), path))
                .toList();
        Map<String, List<Problem>> components = new LinkedHashMap<>();
        Map<LinkReference, List<Problem>> links = new LinkedHashMap<>();
        for (Problem problem : copy) {
            ProblemPlace place = ProblemPlace.of(problem, whole);
            if (!place.level().equals(path)) {
                continue;
            }
            place.component()
                    .ifPresent(id -> components
                            .computeIfAbsent(id, _ -> new ArrayList<>())
                            .add(problem));
            place.link()
                    .ifPresent(link ->
                            links.computeIfAbsent(link, _ -> new ArrayList<>()).add(problem));
        }
        boolean same = copy.equals(all) && components.equals(byComponent) && links.equals(byLink);
        all = copy;
        byComponent = components;
        byLink = links;
        wrongComponents = wrong(components);
        wrongLinks = wrong(links);
        if (!same) {
            listeners.tell(this);
        }
    }

    private static <T> Set<T> wrong(Map<T, List<Problem>> problems) {
        return problems.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(Problem::isError))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isAtOrInside(ProblemPlace place, List<String> path) {
        return place.level().size() >= path.size()
                && place.level().subList(0, path.size()).equals(path);
    }

    /** Tells {@code listener} after each check that found something else than the one before. */
    public Subscription onChange(Consumer<? super DocumentProblems> listener) {
        return listeners.add(listener);
    }
}
