package io.myelin.app.editor.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.graph.GraphFile;
import io.myelin.engine.graph.Problem;
import io.myelin.engine.message.Phrase;
import io.myelin.engine.message.Wording;
import io.myelin.engine.plan.PlanRequest;
import io.myelin.engine.plan.Planner;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTextTest {
    private final Locale before = Locale.getDefault();

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(before);
    }

    @Test
    void whatTheEngineFindsIsSaidInGerman() {
        assertThat(found(Locale.GERMAN, """
                { "format": "myelin-graph/1",
                  "components": {
                    "read": { "type": "file.lines" },
                    "lower": { "type": "text.case", "settings": { "to": "lowr", "form": 1 } },
                    "numbers": { "type": "source.sequence", "settings": { "to": "many" } },
                    "ghost": { "type": "text.splt" },
                    "token": { "type": "source.values", "settings": { "values": ["${secret:TOKEN}"] } } },
                  "links": [ { "from": "lower.outbx", "to": "gone.inbox" } ] }
                """))
                .contains(
                        "Die Einstellung „path“ fehlt: Die Datei, die gelesen wird.",
                        "Gefunden: den Text „lowr“; erlaubt: lower, upper. Meintest du 'lower'?",
                        "Die Einstellung „form“ gibt es hier nicht; erlaubt: to.",
                        "Gefunden: den Text „many“; erlaubt: eine ganze Zahl.",
                        "Den Typ „text.splt“ gibt es nicht; erlaubt: ein Typ aus der Palette oder „graph:name“. Meintest du"
                                + " 'text.split'?",
                        "Es gibt kein Geheimnis „TOKEN“.",
                        "Hier steht „gone.inbox“, aber es gibt keine Komponente „gone“.",
                        "Mit dem Eingang „inbox“ von „lower“ ist nichts verbunden.");
    }

    @Test
    void inEnglishTheWindowSpeaksOfItsPaletteAndNotOfTheCommand() {
        assertThat(found(Locale.ENGLISH, """
                { "format": "myelin-graph/1", "components": { "ghost": { "type": "text.splt" } }, "links": [] }
                """))
                .containsExactly(
                        "Found the unknown type \"text.splt\"; allowed: a type from the palette, or \"graph:name\"."
                                + " Did you mean 'text.split'?");
    }

    @ParameterizedTest
    @EnumSource(Phrase.class)
    void everyPhraseIsSaidInEachLanguageWithAllItsParts(Phrase phrase) {
        Object[] parts = {"part-0", "part-1", "part-2", "part-3"};
        Problem problem = new Problem(Problem.Severity.ERROR, "", 0, 0, Wording.of(phrase, parts), Optional.empty());
        List<String> said = Arrays.stream(parts)
                .map(String::valueOf)
                .filter(problem.message()::contains)
                .toList();

        for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            Locale.setDefault(locale);
            assertThat(said)
                    .allMatch(part ->
                            ProblemText.of(problem).toLowerCase(Locale.ROOT).contains(part));
        }
    }

    private static List<String> found(Locale language, String graph) {
        Locale.setDefault(language);
        PlanRequest request = new PlanRequest(
                ComponentCatalog.installed(language),
                Path.of("").toAbsolutePath(),
                Path.of("").toAbsolutePath(),
                Map.of(),
                _ -> Optional.empty(),
                _ -> Optional.empty(),
                true);
        return Planner.plan(GraphFile.parse(graph), request).problems().stream()
                .map(ProblemText::of)
                .toList();
    }
}
