package io.myelin.app.editor.palette;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.family.ComponentFamily;
import io.myelin.engine.component.ComponentCatalog;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PaletteSearchTest {
    private final ComponentCatalog catalog = ComponentCatalog.installed();

    @Test
    void withoutASearchAllStandUnderTheirFamilies() {
        List<PaletteRow> rows = PaletteSearch.find(catalog, "");
        assertThat(rows.getFirst()).isEqualTo(new PaletteRow.Family("source"));
        assertThat(rows.stream().filter(PaletteRow.Component.class::isInstance)).hasSameSizeAs(catalog.types());
        assertThat(rows.stream().filter(PaletteRow.Family.class::isInstance)).doesNotHaveDuplicates();
    }

    @Test
    void aTitleIsFoundBeforeAnId() {
        assertThat(find("count").getFirst()).isEqualTo("data.count");
        assertThat(find("csv")).contains("csv.parse", "csv.format");
    }

    @Test
    void wordsOfTheHelpAreFoundToo() {
        assertThat(find("most frequent")).contains("data.count");
    }

    @Test
    void everyWordMustBeFound() {
        assertThat(find("count zebra")).isEmpty();
    }

    @Test
    void everyFamilyAndComponentHasATitle() {
        catalog.types().forEach(type -> {
            assertThat(ComponentFamily.of(type.family()).title()).isNotBlank();
            assertThat(type.id()).isEqualTo(type.id().toLowerCase(Locale.ROOT));
        });
    }

    private List<String> find(String query) {
        return PaletteSearch.find(catalog, query).stream()
                .map(PaletteRow.Component.class::cast)
                .map(row -> row.type().id())
                .toList();
    }
}
