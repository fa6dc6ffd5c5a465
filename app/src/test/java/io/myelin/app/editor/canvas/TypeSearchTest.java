package io.myelin.app.editor.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.component.ComponentType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Finding a type by what people type. */
class TypeSearchTest {
    @Test
    void the_beginning_of_a_name_comes_first() {
        assertThat(find("cas").getFirst()).isEqualTo("text.case");
        assertThat(find("file.l").getFirst()).isEqualTo("file.lines");
        assertThat(find("take").getFirst()).isEqualTo("flow.take");
    }

    @Test
    void several_words_must_all_be_found() {
        assertThat(find("csv parse")).contains("csv.parse");
        assertThat(find("csv zebra")).isEmpty();
    }

    @Test
    void nothing_typed_shows_everything() {
        assertThat(find("")).hasSize(ComponentCatalog.installed().types().size());
    }

    @Test
    void what_was_added_last_comes_first_but_not_before_what_fits_better() {
        assertThat(find("", "view.table", "csv.parse")).startsWith("view.table", "csv.parse");
        assertThat(find("cas", "view.table", "data.count").getFirst()).isEqualTo("text.case");
        assertThat(find("csv", "csv.format")).startsWith("csv.format");
    }

    @Test
    void families_and_helps_are_found_too() {
        assertThat(find("sources")).contains("source.timer", "source.sequence");
        assertThat(find("most frequent")).contains("data.count");
    }

    private static List<String> find(String query, String... recent) {
        return TypeSearch.find(ComponentCatalog.installed().types(), _ -> true, List.of(recent), query).stream()
                .map(ComponentType::id)
                .toList();
    }
}
