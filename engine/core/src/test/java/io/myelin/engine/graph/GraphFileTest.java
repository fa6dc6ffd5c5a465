package io.myelin.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.myelin.engine.message.DataRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphFileTest {
    @TempDir
    Path folder;

    @Test
    void theExampleOfTheFormatPageLoadsWithoutAProblem() {
        LoadedGraph loaded = GraphFile.parse(FormatPage.example());

        assertThat(loaded.problems()).isEmpty();
        Graph graph = loaded.graph().orElseThrow();
        assertThat(graph.title()).isEqualTo("Word count");
        assertThat(graph.parameters().get("input"))
                .isEqualTo(new GraphParameter(
                        ParameterType.PATH, Optional.of("data/alice.txt"), "The text to count", DataRecord.empty()));
        assertThat(graph.components().keySet()).containsExactly("read", "words", "count", "print");
        assertThat(graph.components().get("words").settings()).isEqualTo(DataRecord.of("pattern", "\\W+"));
        assertThat(graph.components().get("count").inboxes())
                .isEqualTo(Map.of(
                        "inbox",
                        new InboxLimit(OptionalInt.of(256), Optional.of(OverflowPolicy.BLOCK), DataRecord.empty())));
        assertThat(graph.links()).hasSize(3);
        assertThat(graph.layout().components()).isEqualTo(Map.of("read", new Position(40, 80)));
    }

    @Test
    void aGraphIsWrittenAsTheFormatPageShowsIt() {
        String written =
                GraphFile.format(GraphFile.parse(FormatPage.example()).graph().orElseThrow());

        String withoutAlignment = FormatPage.example().replaceAll("(?<=[:,]) +", " ");
        String oneEntryALine = withoutAlignment.replace(
                "\"components\": { \"read\": { \"x\": 40, \"y\": 80 } }",
                "\"components\": {\n      \"read\": { \"x\": 40, \"y\": 80 }\n    }");
        assertThat(written).isEqualTo(oneEntryALine);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | '' | 1 | 1 | the key \"format\" is missing: a graph file says \"format\": \"myelin-graph/1\"",
                "[] | '' | 1 | 1 | found a list []; allowed: an object",
                "{\"format\": \"myelin-graph/2\"} | /format | 1 | 12 | the file is of the format \"myelin-graph/2\", and this Myelin reads formats up to \"myelin-graph/1\": open it with a newer Myelin",
                "{\"format\": \"other\"} | /format | 1 | 12 | found the text \"other\"; allowed: \"myelin-graph/1\"",
                "nonsense | '' | 1 | 1 | this is not JSON: unrecognized token 'nonsense'",
                "{\"format\": \"myelin-graph/01\"} | /format | 1 | 12 | found the text \"myelin-graph/01\"; allowed",
                "{/* a comment */} | '' | 1 | 2 | this is not JSON: JSON has no comments",
            })
    void whatIsNoGraphIsRefusedAtItsPlace(String text, String pointer, int line, int column, String message) {
        LoadedGraph loaded = GraphFile.parse(text);

        assertThat(loaded.graph()).isEmpty();
        assertThat(loaded.problems()).hasSize(1);
        Problem problem = loaded.problems().getFirst();
        assertThat(problem.pointer()).isEqualTo(pointer.equals("''") ? "" : pointer);
        assertThat(problem.line()).isEqualTo(line);
        assertThat(problem.column()).isEqualTo(column);
        assertThat(problem.message()).startsWith(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"title\": 5 | /title | found the number 5; allowed: a text | ``",
                "\"components\": [] | /components | found a list []; allowed: an object | ``",
                "\"components\": {\"1a\": {\"type\": \"x\"}} | /components/1a | found the component id \"1a\"; allowed: a letter, then letters, digits, _ and - (A-Z, a-z, 0-9 only) | ``",
                "\"components\": {\"a\": {}} | /components/a | the key \"type\" is missing: the id of a type of component, such as \"text.split\", or \"graph:name\" | ``",
                "\"components\": {\"a\": {\"type\": \"x\", \"execution\": \"tasklets\"}} | /components/a/execution | found the text \"tasklets\"; allowed: microprocess, tasklet, thread, process | tasklet",
                "\"components\": {\"a\": {\"type\": \"x\", \"state\": \"mutd\"}} | /components/a/state | found the text \"mutd\"; allowed: on, muted, bypassed | muted",
                "\"components\": {\"a\": {\"type\": \"x\", \"onError\": {\"policy\": \"restrt\"}}} | /components/a/onError/policy | found the text \"restrt\"; allowed: stop-graph, stop, skip, restart | restart",
                "\"components\": {\"a\": {\"type\": \"x\", \"onError\": {\"retries\": -1}}} | /components/a/onError/retries | found the number -1; allowed: a whole number from 0 to 2147483647 | ``",
                "\"components\": {\"a\": {\"type\": \"x\", \"inboxes\": {\"inbox\": {\"capacity\": -1}}}} | /components/a/inboxes/inbox/capacity | found the number -1; allowed: a whole number of messages, 0 to 2147483646, or \"unbounded\" | ``",
                "\"components\": {\"a\": {\"type\": \"x\", \"inboxes\": {\"inbox\": {\"overflow\": \"drop\"}}}} | /components/a/inboxes/inbox/overflow | found the text \"drop\"; allowed: block, drop-oldest, drop-newest, fail | ``",
                "\"components\": {\"a\": {\"type\": \"x\", \"inboxes\": {\"inbox\": {\"capacity\": 2147483647}}}} | /components/a/inboxes/inbox/capacity | found the number 2147483647; allowed: a whole number of messages, 0 to 2147483646, or \"unbounded\" | ``",
                "\"components\": {\"a\": {\"type\": \"x\", \"onError\": {\"retries\": 2147483648}}} | /components/a/onError/retries | found the number 2147483648; allowed: a whole number from 0 to 2147483647 | ``",
                "\"layout\": {\"components\": {\"a\": {\"x\": 1, \"y\": \"2\"}}} | /layout/components/a/y | found the text \"2\"; allowed: a number in canvas units | ``",
                "\"parameters\": {\"p\": {\"type\": \"int\"}} | /parameters/p/type | found the text \"int\"; allowed: text, integer, number, boolean, path, duration, secret | ``",
                "\"parameters\": {\"p\": {}} | /parameters/p | the key \"type\" is missing: one of text, integer, number, boolean, path, duration, secret | ``",
                "\"links\": {} | /links | found an object {}; allowed: a list of links | ``",
                "\"links\": [5] | /links/0 | found the number 5; allowed: an object | ``",
                "\"links\": [{\"from\": \"a.outbox\"}] | /links/0 | the key \"to\" is missing: where the link ends, \"component.inbox\" | ``",
                "\"links\": [{\"from\": \"a\", \"to\": \"b.inbox\"}] | /links/0/from | found the text \"a\"; allowed: \"component.outbox\", parted by a dot | ``",
                "\"inboxes\": {\"in\": 5} | /inboxes/in | found the number 5; allowed: \"component.inbox\" | ``",
                "\"layout\": {\"components\": {\"a\": {\"x\": 1}}} | /layout/components/a/y | the key \"y\" is missing: a number in canvas units | ``",
                "\"graphs\": {\"g\": {\"links\": 1}} | /graphs/g/links | found the number 1; allowed: a list of links | ``",
            })
    void whatDoesNotFitIsNamedWithWhatIsAllowed(String part, String pointer, String message, String nearest) {
        LoadedGraph loaded = GraphFile.parse("{\"format\": \"myelin-graph/1\",\n" + part + "}");

        assertThat(loaded.graph()).isEmpty();
        assertThat(loaded.problems()).hasSize(1);
        Problem problem = loaded.problems().getFirst();
        assertThat(problem.pointer()).isEqualTo(pointer);
        assertThat(problem.message()).isEqualTo(message);
        assertThat(problem.line()).isEqualTo(2);
        assertThat(problem.nearest().orElse("")).isEqualTo(nearest);
    }

    @Test
    void theLeastAndTheMostRetriesAreFine() {
        for (int retries : new int[] {0, Integer.MAX_VALUE}) {
            LoadedGraph loaded = GraphFile.parse("{\"format\": \"myelin-graph/1\", \"components\":"
                    + " {\"a\": {\"type\": \"x\", \"onError\": {\"retries\": " + retries + "}}}}");

            assertThat(loaded.problems()).isEmpty();
            assertThat(loaded.graph()
                            .orElseThrow()
                            .components()
                            .get("a")
                            .onError()
                            .orElseThrow()
                            .retries())
                    .hasValue(retries);
        }
    }

    @Test
    void whereAPartIsMissingOnWhichOthersDependNothingIsDrafted() {
        for (String part : List.of(
                "\"components\": []",
                "\"graphs\": {\"g\": 5}",
                "\"graphs\": {\"g\": 5, \"h\": {}}",
                "\"graphs\": {\"g\": {\"components\": 1}, \"h\": {}}")) {
            assertThat(GraphFile.parse("{\"format\": \"myelin-graph/1\", " + part + "}")
                            .draft())
                    .as(part)
                    .isEmpty();
        }
        assertThat(GraphFile.parse("{\"format\": \"myelin-graph/1\", \"title\": 5, \"links\": 5}")
                        .draft())
                .isPresent();
    }

    @Test
    void aKeyLikeOneThatIsThereIsNoSlip() {
        assertThat(GraphFile.parse("{\"format\": \"myelin-graph/1\", \"title\": \"x\", \"titel\": \"y\"}")
                        .problems())
                .isEmpty();
    }

    @Test
    void aNulAtTheVeryBeginningIsNamedAtItsPlace() {
        assertThat(GraphFile.parse("\0{}").problems())
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.line() + ":" + problem.column()).isEqualTo("1:1"));
    }

    @Test
    void aProblemFarBackInALongListOrObjectIsFoundAtItsPlace() {
        StringBuilder text = new StringBuilder("{\"format\": \"myelin-graph/1\", \"components\": {\n");
        for (int i = 0; i < 1_500; i++) {
            text.append("\"c").append(i).append("\": {\"type\": \"x\"},\n");
        }
        text.append("\"last\": {\"type\": 5}}, \"links\": [\n");
        for (int i = 0; i < 1_500; i++) {
            text.append("{\"from\": \"c0.outbox\", \"to\": \"c").append(i).append(".inbox\"},\n");
        }
        text.append("7]}");

        assertThat(GraphFile.parse(text.toString()).problems())
                .extracting(problem -> problem.line() + ":" + problem.column() + " " + problem.pointer())
                .containsExactly("1502:18 /components/last/type", "3003:1 /links/1500");
    }

    @Test
    void aProblemInTheThirdOfAListIsFoundAtItsPlaceAndAKeyThatStandsTwiceToo() {
        LoadedGraph loaded = GraphFile.parse("""
                {"format": "myelin-graph/1", "components": {"a": {"type": "x"}}, "links": [
                {"from": "a.outbox", "to": "a.inbox"},
                {"from": "a.outbox", "to": "a.other", "label": 1, "label": 2},
                {"from": "a"}]}""");

        assertThat(loaded.problems())
                .extracting(problem -> problem.line() + " " + problem.pointer())
                .containsExactly("3 /links/1/label", "4 /links/2", "4 /links/2/from");
    }

    @Test
    void everyProblemIsReportedAtOnceInTheOrderOfTheFile() {
        LoadedGraph loaded = GraphFile.parse("""
                {
                  "format": "myelin-graph/1",
                  "title": 1,
                  "title": 2,
                  "components": {
                    "a": { "type": 7 },
                    "a": { "type": "x" },
                    "b": { "type": "x", "state": "off" }
                  },
                  "links": [
                    { "from": "nowhere", "to": "b.inbox" }
                  ]
                }""");

        assertThat(loaded.graph()).isEmpty();
        assertThat(loaded.problems())
                .extracting(problem -> problem.line() + ":" + problem.column() + " " + problem.pointer())
                .containsExactly(
                        "3:12 /title",
                        "4:3 /title",
                        "6:20 /components/a/type",
                        "7:5 /components/a",
                        "8:34 /components/b/state",
                        "11:15 /links/0/from");
    }

    @Test
    void whatIsUnknownSurvivesLoadingAndSaving() {
        String text = """
                {
                  "format": "myelin-graph/1",
                  "parameters": {
                    "p": { "type": "text", "default": 1.50, "widget": { "rows": 1E5 } }
                  },
                  "components": {
                    "ghost": { "type": "not.known", "settings": { "deep": [[1, { "x": -0 }], null] }, "onError": { "policy": "skip", "more": 1 }, "inboxes": { "in": { "capacity": "unbounded", "colour": "red" } }, "future": { "b": 1, "a": 2 } }
                  },
                  "links": [
                    { "from": "ghost.a", "to": "ghost.b", "label": "x" }
                  ],
                  "inboxes": {
                    "in": "ghost.in"
                  },
                  "graphs": {
                    "inner": {
                      "title": "Inner",
                      "components": {},
                      "links": [],
                      "new": true
                    }
                  },
                  "layout": {
                    "components": {
                      "ghost": { "x": 0.5, "y": -3, "folded": true }
                    },
                    "links": [
                      { "from": "ghost.a", "to": "ghost.b", "waypoints": [{ "x": 1, "y": 2.5, "pinned": true }], "label": "é\\n\\u0001", "hidden": true, "curve": 3 },
                      { "from": "gone.a", "to": "gone.b" }
                    ],
                    "groups": {
                      "g": { "title": "G", "color": "blue", "members": ["ghost", "gone"], "notes": ["n"], "collapsed": true, "lane": {} },
                      "empty": {}
                    },
                    "notes": {
                      "n": { "text": "# A\\n*b*", "x": -1, "y": 0, "width": 100.5, "height": 40, "color": "lilac", "font": [] },
                      "plain": { "x": 0, "y": 0 }
                    },
                    "sketches": [
                      { "text": "é\\n\\u0001" },
                      5
                    ],
                    "marks": {
                      "m": { "members": ["ghost"] }
                    },
                    "zoom": 1.250
                  },
                  "zeta": { "z": [] },
                  "alpha": 12345678901234567890
                }
                """;

        LoadedGraph loaded = GraphFile.parse(text);

        assertThat(loaded.problems()).isEmpty();
        assertThat(GraphFile.format(loaded.graph().orElseThrow())).isEqualTo(text);
    }

    @Test
    void aMisspeltKeyIsKeptAndPointedOut() {
        LoadedGraph loaded = GraphFile.parse("{\"format\":\"myelin-graph/1\",\"titel\":\"x\"}");

        assertThat(loaded.graph().orElseThrow().unknown()).isEqualTo(DataRecord.of("titel", "x"));
        assertThat(loaded.problems()).hasSize(1);
        assertThat(loaded.problems().getFirst().severity()).isEqualTo(Problem.Severity.WARNING);
        assertThat(loaded.problems().getFirst().nearest()).contains("title");
    }

    @Test
    void aFileReadsBackAsItWasWritten() throws IOException {
        Graph graph = GraphFile.parse(FormatPage.example()).graph().orElseThrow();
        Path file = folder.resolve("x.graph.json");

        GraphFile.write(graph, file);

        assertThat(GraphFile.read(file).graph()).contains(graph);
        assertThat(folder).isDirectoryContaining(entry -> entry.equals(file));
        try (var entries = Files.list(folder)) {
            assertThat(entries).containsExactly(file);
        }
    }

    @Test
    void anOlderFormatIsBroughtUpStepByStep() {
        GraphMigrations migrations = new GraphMigrations(
                0,
                List.of(old -> DataRecord.builder()
                        .put("format", "myelin-graph/1")
                        .put("title", old.get("name"))
                        .build()));

        LoadedGraph loaded = new GraphParser(migrations).parse("{\"format\": \"myelin-graph/0\", \"name\": \"Old\"}");

        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.graph().orElseThrow().title()).isEqualTo("Old");
        assertThat(GraphFile.parse("{\"format\": \"myelin-graph/0\"}").problems())
                .extracting(Problem::message)
                .containsExactly("found the text \"myelin-graph/0\"; allowed: \"myelin-graph/1\"");
    }

    @Test
    void aFileThatIsMissingOrAFolderIsSaidToBe() {
        assertThatThrownBy(() -> GraphFile.read(folder.resolve("none.graph.json")))
                .isInstanceOf(IOException.class)
                .hasMessage("there is no file " + folder.resolve("none.graph.json"));
        assertThatThrownBy(() -> GraphFile.read(folder)).hasMessage(folder + " is a folder; a graph file is expected");
    }

    @Test
    void contentThatIsNoTextIsNamedAtItsPlace() throws IOException {
        assertThat(messageOf(new byte[0])).startsWith("1:1 the file is empty");
        assertThat(messageOf("{\n\"é\": \"\u00e9".getBytes(StandardCharsets.ISO_8859_1)))
                .startsWith("2:2 the file is not UTF-8 text here");
        assertThat(messageOf("{\n \0}".getBytes(StandardCharsets.UTF_8))).startsWith("2:2 there is a NUL character");
        assertThat(messageOf(FormatPage.example().getBytes(StandardCharsets.UTF_16)))
                .startsWith("1:1 the file is not UTF-8");
        assertThat(messageOf(FormatPage.example().substring(0, 300).getBytes(StandardCharsets.UTF_8)))
                .contains("this is not JSON: the text ends in the middle of a value");
        assertThat(messageOf(new byte[] {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe}))
                .startsWith("1:1 the file is not UTF-8");
    }

    @Test
    void aByteOrderMarkIsPassedOverWithAWarning() {
        LoadedGraph loaded = GraphFile.parse("\ufeff" + FormatPage.example());

        assertThat(loaded.graph()).isPresent();
        assertThat(loaded.problems()).extracting(Problem::severity).containsExactly(Problem.Severity.WARNING);
    }

    @Test
    void aFileBeyond64MiBIsRefusedUnread() throws IOException {
        Path file = folder.resolve("huge.graph.json");
        try (var channel = Files.newByteChannel(
                file, java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.WRITE)) {
            channel.position(GraphFile.MAX_BYTES);
            channel.write(java.nio.ByteBuffer.wrap(new byte[] {'x'}));
        }

        assertThat(GraphFile.read(file).problems())
                .extracting(Problem::message)
                .containsExactly("the file has 67108865 bytes; a graph file has at most 64 MiB");
    }

    @Test
    void nestingBeyondAThousandIsRefused() {
        String text = "{\"format\":\"myelin-graph/1\",\"x\":" + "[".repeat(1000) + "]".repeat(1000) + "}";

        assertThat(GraphFile.parse(text).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.message()).isEqualTo("this is not JSON: values are nested more than 1000 deep");
            assertThat(problem.column()).isEqualTo(text.lastIndexOf('[') + 2);
        });
    }

    private String messageOf(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("bad.graph.json"), content);
        LoadedGraph loaded = GraphFile.read(file);
        assertThat(loaded.graph()).isEmpty();
        Problem problem = loaded.problems().getFirst();
        return problem.line() + ":" + problem.column() + " " + problem.message();
    }
}
