package io.myelin.app.editor.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.document.Breakpoints.Rule;
import io.myelin.engine.graph.BoxReference;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphComponent;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.GraphLink;
import io.myelin.engine.graph.Position;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Breakpoints on wires whose components get the names of others. */
class RenamedBreakpointsTest {
    /** So many that no luck of hashing puts them all into the right order. */
    private static final int WIRES = 24;

    private static final Rule GONE = new Rule("$ = 'gone'", 1);
    private static final Rule THERE = new Rule("$ = 'there'", 2);

    private final Document document = TestDocuments.of(Graph.EMPTY, Optional.empty(), InstantSource.system());

    private static GraphLink wire(String from) {
        return new GraphLink(new BoxReference(from, "outbox"), new BoxReference("print", "inbox"));
    }

    private static LinkReference reference(String from) {
        return LinkReference.of(wire(from));
    }

    private void add(String id, Rule rule) {
        addComponent(id);
        perform(new GraphEdit.AddLink(wire(id)));
        document.breakpoints().set(reference(id), rule);
    }

    private void addComponent(String id) {
        perform(new GraphEdit.AddComponent(id, GraphComponent.ofType("t"), new Position(0, 0)));
    }

    private void perform(GraphEdit edit) {
        document.perform("Edit", edit);
    }

    private void remove(String id) {
        perform(new GraphEdit.RemoveLink(wire(id).from(), wire(id).to()));
        perform(new GraphEdit.RemoveComponent(id));
    }

    @Test
    void aWireThatGetsTheNameOfOneThatIsGoneKeepsItsOwnBreakpoint() {
        addComponent("print");
        for (int i = 0; i < WIRES; i++) {
            add("old" + i, GONE);
            remove("old" + i);
            add("new" + i, THERE);
        }
        for (int i = 0; i < WIRES; i++) {
            perform(new GraphEdit.RenameComponent("new" + i, "old" + i));
        }
        assertThat(document.breakpoints().all().values()).hasSize(WIRES).containsOnly(THERE);
        assertThat(document.breakpoints().kept())
                .isEqualTo(document.breakpoints().all());
    }

    @Test
    void whatIsRememberedNamesFirstTheWiresThatAreNotThere() {
        addComponent("print");
        for (int i = 0; i < WIRES; i++) {
            add("there" + i, THERE);
            add("gone" + i, GONE);
        }
        IntStream.range(0, WIRES).forEach(i -> remove("gone" + i));
        assertThat(document.breakpoints().kept().values().stream().toList().subList(0, WIRES))
                .containsOnly(GONE);
    }
}
