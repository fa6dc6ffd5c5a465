package io.myelin.app.editor.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.graph.BoxReference;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphFile;
import io.myelin.engine.graph.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DocumentProblemsTest {
    private static final Graph GRAPH = GraphFile.parse("""
                    {
                      "format": "myelin-graph/1",
                      "components": { "a": { "type": "t.a" }, "b": { "type": "t.b" } },
                      "links": [ { "from": "a.outbox", "to": "b.inbox" } ]
                    }
                    """).graph().orElseThrow();
    private static final LinkReference LINK =
            new LinkReference(new BoxReference("a", "outbox"), new BoxReference("b", "inbox"));

    private final DocumentProblems problems = new DocumentProblems(new NewComponents());

    @Test
    void eachIsFoundAtTheComponentOrLinkThatItConcerns() {
        Problem setting = problem("/components/a/settings/path");
        Problem link = problem("/links/0/to");
        Problem title = problem("/title");
        problems.replace(GRAPH, List.of(), List.of(setting, link, title));

        assertThat(problems.of("a")).containsExactly(setting);
        assertThat(problems.of("b")).isEmpty();
        assertThat(problems.of(LINK)).containsExactly(link);
        assertThat(problems.all()).containsExactly(setting, link, title);
    }

    @Test
    void listenersAreToldOnlyWhenSomethingElseIsFound() {
        List<DocumentProblems> told = new ArrayList<>();
        problems.onChange(told::add);
        problems.replace(GRAPH, List.of(), List.of(problem("/components/a")));
        problems.replace(GRAPH, List.of(), List.of(problem("/components/a")));
        problems.replace(GRAPH, List.of(), List.of());
        assertThat(told).hasSize(2);
    }

    @Test
    void aPlaceNamesWhatFollowsTheComponent() {
        ProblemPlace place = ProblemPlace.of(problem("/components/a/settings/a~1b/0"), GRAPH);
        assertThat(place.component()).contains("a");
        assertThat(place.rest()).containsExactly("settings", "a/b", "0");
    }

    @Test
    void aPlaceInWhatIsNotThereIsThatOfTheGraph() {
        assertThat(ProblemPlace.of(problem("/components/zzz/type"), GRAPH).component())
                .isEmpty();
        assertThat(ProblemPlace.of(problem("/links/7"), GRAPH).link()).isEmpty();
        assertThat(ProblemPlace.of(problem(""), GRAPH).rest()).isEmpty();
    }

    private static Problem problem(String pointer) {
        return new Problem(Problem.Severity.ERROR, pointer, 0, 0, "wrong", Optional.empty());
    }
}
