package io.myelin.app.editor.canvas.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.canvas.SampleGraphs;
import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.ComponentFaces;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.engine.component.ComponentCatalog;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens on their way. */
class TokenFlowTest {
    private static final Bounds EVERYWHERE = new Bounds(-1e6, -1e6, 2e6, 2e6);
    private static final long MILLIS = 1_000_000;
    private static final LinkReference LINK =
            new LinkReference(SampleGraphs.box("read.outbox"), SampleGraphs.box("words.inbox"));

    private final CanvasGeometry geometry = new CanvasGeometry(
            new ComponentFaces(ComponentCatalog.installed(), Path.of("/data"), _ -> Optional.empty()),
            (text, _) -> 7.0 * text.length());
    private final TokenFlow flow = new TokenFlow(geometry);

    @BeforeEach
    void draw() {
        geometry.update(SampleGraphs.wordCount());
    }

    @Test
    void a_token_travels_from_box_to_box_and_is_gone() {
        flow.add(List.of(birth(1, 0)));
        var start = geometry.link(LINK).orElseThrow().path().start();
        assertThat(place(0).distance(start)).isLessThan(1);
        assertThat(place(200 * MILLIS).x()).isGreaterThan(start.x() + 10);
        assertThat(flow.advance(200 * MILLIS)).isTrue();
        assertThat(flow.advance(5_000 * MILLIS)).isFalse();
        assertThat(flow.isEmpty()).isTrue();
    }

    @Test
    void it_is_found_under_the_pointer_with_its_value() {
        flow.add(List.of(birth(1, 0)));
        var place = place(100 * MILLIS);
        assertThat(flow.at(place.plus(3, 3), 8, 100 * MILLIS)
                        .orElseThrow()
                        .birth()
                        .preview())
                .isEqualTo("value 1");
        assertThat(flow.at(place.plus(300, 300), 8, 100 * MILLIS)).isEmpty();
    }

    @Test
    void held_tokens_stay_where_they_are_and_go_on_from_there() {
        flow.add(List.of(birth(1, 0)));
        var place = place(200 * MILLIS);
        flow.hold(true, 200 * MILLIS);
        assertThat(flow.advance(60_000 * MILLIS)).isTrue();
        assertThat(place(60_000 * MILLIS)).isEqualTo(place);
        assertThat(flow.at(place, 1, 60_000 * MILLIS)).isPresent();
        flow.hold(false, 60_000 * MILLIS);
        assertThat(place(60_000 * MILLIS)).isEqualTo(place);
        assertThat(place(60_100 * MILLIS).x()).isGreaterThan(place.x() + 10);
        assertThat(flow.advance(65_000 * MILLIS)).isFalse();
    }

    @Test
    void a_flood_does_not_pile_up() {
        flow.add(LongStream.range(0, 10_000).mapToObj(i -> birth(i, 0)).toList());
        assertThat(flow.tokens(EVERYWHERE, MILLIS)).hasSize(TokenFlow.MOST);
    }

    @Test
    void tokens_of_a_link_that_was_removed_go_with_it() {
        flow.add(List.of(birth(1, 0)));
        geometry.update(io.myelin.engine.graph.Graph.EMPTY);
        assertThat(flow.tokens(EVERYWHERE, MILLIS)).isEmpty();
        assertThat(flow.advance(MILLIS)).isFalse();
    }

    private io.myelin.app.editor.canvas.geometry.Point place(long now) {
        return flow.tokens(EVERYWHERE, now).getFirst().place();
    }

    private static TokenBirth birth(long sequence, long nanos) {
        return new TokenBirth(LINK, sequence, nanos, "value " + sequence);
    }
}
