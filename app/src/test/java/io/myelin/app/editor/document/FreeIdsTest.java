package io.myelin.app.editor.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FreeIdsTest {
    @ParameterizedTest
    @CsvSource({
        "data.count, count",
        "flow.rate-limit, rate-limit",
        "graph:words, words",
        "graph:./parts/split words.graph.json, split-words",
        "graph:./1st.graph.json, c1st",
        "strange.???, c-",
    })
    void anIdTakesTheLastPartOfTheType(String type, String id) {
        assertThat(FreeIds.forType(type, Set.of())).isEqualTo(id);
        assertThat(FreeIds.isId(id)).isTrue();
    }

    @Test
    void aTakenOneIsNumbered() {
        assertThat(FreeIds.forType("data.count", Set.of("count"))).isEqualTo("count2");
        assertThat(FreeIds.forType("data.count", Set.of("count", "count2"))).isEqualTo("count3");
    }

    @Test
    void aCopyOfANumberedOneCountsOn() {
        assertThat(FreeIds.like("count2", Set.of("count", "count2"))).isEqualTo("count3");
        assertThat(FreeIds.like("count", Set.of())).isEqualTo("count");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1a", "a b", "ä", "-a", "a.b"})
    void whatIsNoIdIsSaidToBeNone(String text) {
        assertThat(FreeIds.isId(text)).isFalse();
    }
}
