package io.myelin.palette;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.component.BoxDeclaration;
import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.component.ComponentType;
import io.myelin.engine.component.ComponentWords;
import io.myelin.engine.component.SettingDeclaration;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Components are described in German where people want it, each as wholly as in English. */
class GermanWordsTest {
    private final ComponentWords german = new PaletteLibrary().words(Locale.GERMAN);

    @Test
    void everyComponentHasItsTitleSummaryHelpBoxesAndSettingsInGerman() {
        assertThat(described().keySet().stream().filter(key -> german.find(key).isEmpty()))
                .as("texts that lack German in texts_de.properties")
                .isEmpty();
    }

    @Test
    void noGermanTextIsForSomethingThatIsNotThere() throws IOException {
        Properties texts = new Properties();
        try (InputStreamReader bundle = new InputStreamReader(
                Objects.requireNonNull(PaletteLibrary.class.getResourceAsStream("texts_de.properties")),
                StandardCharsets.UTF_8)) {
            texts.load(bundle);
        }
        assertThat(texts.stringPropertyNames()).isSubsetOf(described().keySet());
    }

    @Test
    void theCatalogueOfALanguageDescribesTheSameComponentsInIt() {
        ComponentType count =
                ComponentCatalog.installed(Locale.GERMANY).find("data.count").orElseThrow();
        assertThat(count.title()).isEqualTo("Zählen");
        assertThat(count.summary()).isEqualTo("Wie oft jeder Wert kam, der häufigste zuerst.");
        assertThat(count.declaredOutboxes().getFirst().help())
                .isEqualTo("Datensätze aus key und count, am Ende der Eingabe.");
        SettingDeclaration top = count.settings().declarations().stream()
                .filter(setting -> setting.name().equals("top"))
                .findFirst()
                .orElseThrow();
        assertThat(top.help()).startsWith("Wie viele Schlüssel");
        assertThat(top.unit()).isEqualTo("Schlüssel");
        assertThat(ComponentCatalog.installed(Locale.GERMANY).types())
                .hasSameSizeAs(ComponentCatalog.installed().types());
    }

    @Test
    void aLanguageThatIsNotKnownIsReadInEnglish() {
        Optional<String> title =
                ComponentCatalog.installed(Locale.of("tlh")).find("data.count").map(ComponentType::title);
        assertThat(title).contains("Count");
    }

    /** What each component says of itself, by the key of its words. */
    private static Map<String, String> described() {
        Map<String, String> texts = new HashMap<>();
        for (ComponentType type : ComponentCatalog.installed().types()) {
            texts.put(type.id() + ".title", type.title());
            texts.put(type.id() + ".summary", type.summary());
            texts.put(type.id() + ".help", type.help());
            boxes(type.id() + ".inbox.", type.declaredInboxes(), texts);
            boxes(type.id() + ".outbox.", type.declaredOutboxes(), texts);
            settings(type.id() + ".setting.", type.settings().declarations(), texts);
        }
        texts.values().removeIf(String::isBlank);
        return texts;
    }

    private static void boxes(String prefix, List<BoxDeclaration> boxes, Map<String, String> texts) {
        boxes.forEach(box -> texts.put(prefix + box.name(), box.help()));
    }

    private static void settings(String prefix, List<SettingDeclaration> settings, Map<String, String> texts) {
        for (SettingDeclaration setting : settings) {
            String key = prefix + setting.name();
            texts.put(key, setting.help());
            texts.put(key + ".unit", setting.unit());
            List<SettingDeclaration> inside = new ArrayList<>(setting.fields());
            setting.element().ifPresent(element -> inside.addAll(element.fields()));
            settings(key + ".", inside, texts);
        }
    }
}
