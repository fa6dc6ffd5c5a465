package io.myelin.app.editor.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.GoldenPicture;
import io.myelin.app.editor.canvas.arrange.FlowDirection;
import io.myelin.app.editor.canvas.geometry.CardStyle;
import io.myelin.engine.graph.ComponentState;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphComponent;
import io.myelin.engine.graph.GraphFile;
import io.myelin.engine.graph.Problem;
import io.myelin.engine.run.ComponentStatus;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;

/** Pictures of the canvas, to be looked at: they are written to {@code target/pictures}. */
class CanvasPicturesTest {
    @Test
    void fourComponentsLightAndDark() throws IOException {
        try (CanvasFixture canvas = CanvasFixture.open(SampleGraphs.wordCount(), 1200, 700)) {
            CanvasFixture.run(() -> canvas.document().selection().select("words"));
            GoldenPicture.compare(canvas.picture("word-count-light", 1));
            GoldenPicture.compare(canvas.picture("word-count-light-200", 2));
            GoldenPicture.compare(canvas.dark().picture("word-count-dark", 1));
        }
    }

    @Test
    void notesGroupsAndWiresLightAndDark() throws IOException {
        try (CanvasFixture canvas = CanvasFixture.open(drawnUp(), 1200, 760)) {
            CanvasFixture.run(() -> canvas.document().selection().selectNote("why"));
            CanvasFixture.pulse();
            GoldenPicture.compare(canvas.picture("layout-light", 1));
            assertThat(canvas.picture("layout-light-200", 2)).isNotEmptyFile();
            GoldenPicture.compare(canvas.dark().picture("layout-dark", 1));
        }
    }

    private static Graph drawnUp() {
        return GraphFile.parse("""
                {"format": "myelin-graph/1",
                 "components": {
                   "read": {"type": "file.lines"}, "words": {"type": "text.split"}, "count": {"type": "data.count"},
                   "print": {"type": "console.print"}, "case": {"type": "text.case"}, "discard": {"type": "console.print"}},
                 "links": [
                   {"from": "read.outbox", "to": "words.inbox"}, {"from": "words.outbox", "to": "case.inbox"},
                   {"from": "case.outbox", "to": "count.inbox"}, {"from": "count.outbox", "to": "print.inbox"},
                   {"from": "read.outbox", "to": "discard.inbox"}, {"from": "discard.signal", "to": "print.control"},
                   {"from": "case.outbox", "to": "read.control"}, {"from": "case.signal", "to": "read.inbox"}],
                 "layout": {
                   "components": {
                     "read": {"x": 40, "y": 120}, "words": {"x": 320, "y": 80}, "case": {"x": 560, "y": 80},
                     "discard": {"x": 320, "y": 320}, "count": {"x": 720, "y": 320}, "print": {"x": 960, "y": 120}},
                   "links": [
                     {"from": "read.outbox", "to": "words.inbox", "label": "lines"},
                     {"from": "case.outbox", "to": "count.inbox", "waypoints": [{"x": 760, "y": 240}, {"x": 660, "y": 290}]},
                     {"from": "count.outbox", "to": "print.inbox", "hidden": true, "label": "top"}],
                   "groups": {
                     "g": {"title": "Words", "members": ["words", "case"]},
                     "h": {"title": "Aside", "color": "green", "members": ["discard"], "notes": ["aside"]}},
                   "notes": {
                     "why": {"text": "# Why\\nCounts *words*, **not** letters:\\n\\n1. split\\n2. lower `case`\\n3. count\\n\\n> Slow is fine. See [the tour](x).", "x": 40, "y": 480, "width": 280, "height": 200},
                     "aside": {"text": "Nobody looks here.\\n\\n```\\nmyelin run x\\n```", "x": 320, "y": 440, "color": "purple"},
                     "empty": {"x": 720, "y": 520, "color": "grey"}}}}""".replace("\\\\n", "\\n")).graph().orElseThrow();
    }

    @Test
    void theEmptyCanvasInvites() throws IOException {
        try (CanvasFixture canvas = CanvasFixture.open(new SampleGraphs().graph(), 900, 600)) {
            assertThat(canvas.find("canvas-empty-hint")).isPresent();
            GoldenPicture.compare(canvas.picture("empty", 1));
        }
    }

    @Test
    void aLinkOverAFittingAndOverAnUnfittingBox() throws IOException {
        try (CanvasFixture canvas = CanvasFixture.open(mixed(), 1200, 760)) {
            Point2D from = canvas.socket("read.outbox");
            Point2D good = canvas.socket("words.inbox");
            Point2D bad = canvas.socket("rows.inbox");
            canvas.press(MouseButton.PRIMARY, from.getX(), from.getY()).move(good.getX() - 14, good.getY() + 8);
            GoldenPicture.compare(canvas.picture("link-fits", 1));
            canvas.move(bad.getX() - 6, bad.getY() + 4);
            assertThat(canvas.picture("link-refused", 1)).isNotEmptyFile();
            GoldenPicture.compare(canvas.dark().picture("link-refused-dark", 1));
            canvas.type(KeyCode.ESCAPE).release(bad.getX(), bad.getY());
        }
    }

    @Test
    void everyKindOfComponent() throws IOException {
        try (CanvasFixture canvas = CanvasFixture.open(mixed(), 1200, 760)) {
            CanvasFixture.run(() -> canvas.document()
                    .checked(
                            canvas.document().graph(),
                            List.of(
                                    problem("/components/rows/settings/separator", Problem.Severity.ERROR),
                                    problem("/components/words/settings", Problem.Severity.WARNING))));
            GoldenPicture.compare(canvas.picture("mixed-light", 1));
            Point2D hovered = canvas.socket("rows.inbox");
            canvas.move(hovered.getX(), hovered.getY());
            GoldenPicture.compare(canvas.picture("hover-box", 1));
            GoldenPicture.compare(canvas.dark().picture("mixed-dark", 1));
        }
    }

    private static Problem problem(String pointer, Problem.Severity severity) {
        return new Problem(severity, pointer, 3, 7, "The separator is one character, such as ','.", Optional.empty());
    }

    static Graph mixed() {
        return new SampleGraphs()
                .component("read", "file.lines", "path", "data/a-rather-long-name-of-a-file-in-a-folder.txt", 48, 96)
                .component("words", "text.split", "pattern", "\\W+", 360, 96)
                .component("rows", "csv.format", 360, 240)
                .component("match", "text.match", "pattern", "(?<name>.*)", 664, 240)
                .component("ghost", "future.thing", 664, 96)
                .component("muted", GraphComponent.ofType("text.case").withState(ComponentState.MUTED), 360, 384)
                .component("gate", "flow.gate", 664, 384)
                .component("table", "view.table", 952, 96)
                .component("take", "flow.take", 48, 384)
                .link("words.outbox", "ghost.stuff")
                .link("ghost.result", "table.inbox")
                .link("match.outbox", "take.inbox")
                .link("take.signal", "take.control")
                .link("take.outbox", "muted.inbox")
                .link("muted.outbox", "gate.inbox")
                .link("muted.nowhere", "gate.open")
                .graph();
    }

    @Test
    void aRunningGraph() throws IOException {
        try (CanvasFixture canvas = CanvasFixture.open(SampleGraphs.wordCount(), 1200, 500)) {
            RehearsedLife life = running();
            canvas.show(life);
            assertThat(canvas.picture("live-light", 1)).isNotEmptyFile();
            assertThat(canvas.picture("live-light-200", 2)).isNotEmptyFile();
            assertThat(canvas.dark().picture("live-dark", 1)).isNotEmptyFile();
            for (int percent : new int[] {45, 20, 5}) {
                long before = CanvasFixture.call(() -> canvas.canvas().paintings());
                CanvasFixture.run(() -> canvas.canvas().zoomTo(percent / 100.0));
                CanvasFixture.await(
                        "it is painted at " + percent + " %",
                        () -> canvas.canvas().paintings() > before);
                assertThat(canvas.picture("live-dark-zoom-" + percent, 1)).isNotEmptyFile();
            }
        }
    }

    @Test
    void howFullInboxesAreNearAndFar() throws IOException {
        try (CanvasFixture canvas = CanvasFixture.open(SampleGraphs.wordCount(), 1200, 500)) {
            canvas.show(new RehearsedLife()
                    .progress("read", ComponentStatus.BLOCKED, "34 % of 12 MB", 0.34)
                    .component("words", ComponentStatus.WORKING, "working")
                    .component("count", ComponentStatus.WAITING, "waiting")
                    .component("print", ComponentStatus.WAITING, "waiting")
                    .wire("read.outbox", "words.inbox", 2_000, 0)
                    .wire("words.outbox", "count.inbox", 900, 0)
                    .wire("count.outbox", "print.inbox", 12, 0)
                    .inbox("words.inbox", 1024, 1024)
                    .inbox("count.inbox", 600, 1024)
                    .inbox("print.inbox", 0, 1024));
            GoldenPicture.compare(canvas.picture("inboxes-light-200", 2));
            canvas.dark();
            long before = CanvasFixture.call(() -> canvas.canvas().paintings());
            CanvasFixture.run(() -> canvas.canvas().zoomTo(0.2));
            CanvasFixture.await("it is painted at 20 %", () -> canvas.canvas().paintings() > before);
            GoldenPicture.compare(canvas.picture("inboxes-dark-far", 1));
        }
    }

    private static RehearsedLife running() {
        RehearsedLife life = new RehearsedLife()
                .progress("read", ComponentStatus.BLOCKED, "34 % of 12 MB, waits for words", 0.34)
                .component("words", ComponentStatus.WORKING, "working")
                .component("count", ComponentStatus.WAITING, "waiting")
                .failure("print", "No room on the device: 'result.txt' could not be written.")
                .wire("read.outbox", "words.inbox", 48_213, 5_300)
                .wire("words.outbox", "count.inbox", 1_234, 41)
                .wire("count.outbox", "print.inbox", 12, 1.5)
                .inbox("words.inbox", 1024, 1024)
                .inbox("count.inbox", 600, 1024)
                .inbox("print.inbox", 0, 1024);
        for (int i = 0; i < 30; i++) {
            life.message("words.outbox", "count.inbox", i, "word" + i, 500 - 40 * i);
        }
        for (int i = 0; i < 5; i++) {
            life.message("count.outbox", "print.inbox", i, "{\"key\":\"the\",\"count\":1818}", 500 - 300L * i);
        }
        return life;
    }

    @Test
    void thirtyComponentsAndAThousand() throws IOException {
        try (CanvasFixture canvas = CanvasFixture.open(SampleGraphs.grid(6, 5), 1600, 900)) {
            GoldenPicture.compare(canvas.picture("thirty", 1));
        }
        try (CanvasFixture canvas = CanvasFixture.open(SampleGraphs.grid(25, 40), 1600, 1000)) {
            assertThat(canvas.picture("thousand", 1)).isNotEmptyFile();
            long before = CanvasFixture.call(() -> canvas.canvas().paintings());
            CanvasFixture.run(() -> canvas.canvas().zoomTo(0.4));
            CanvasFixture.await("it is painted at 40 %", () -> canvas.canvas().paintings() > before);
            assertThat(canvas.picture("thousand-40", 1)).isNotEmptyFile();
        }
    }

    @Test
    void theListForAddingOpensAtThePointer() throws IOException {
        try (CanvasFixture canvas = CanvasFixture.open(SampleGraphs.wordCount(), 1000, 600)) {
            canvas.doubleClick(500, 450);
            assertThat(canvas.picture("quick-add", 1)).isNotEmptyFile();
            canvas.write("cas");
            assertThat(canvas.picture("quick-add-found", 1)).isNotEmptyFile();
        }
    }

    @Test
    void aTidiedGraphInBothDirections() throws IOException {
        try (CanvasFixture canvas = CanvasFixture.open(SampleGraphs.tangle(30), 1600, 1000)) {
            for (FlowDirection direction : FlowDirection.values()) {
                tidy(canvas, direction);
                CanvasFixture.run(() -> canvas.canvas().fitAll());
                assertThat(canvas.picture("tidy-" + direction, 1)).isNotEmptyFile();
            }
        }
        try (CanvasFixture canvas = CanvasFixture.open(mixed(), 1400, 900)) {
            tidy(canvas, FlowDirection.RIGHT);
            CanvasFixture.run(() -> canvas.canvas().fitAll());
            assertThat(canvas.picture("tidy-mixed", 1)).isNotEmptyFile();
            assertThat(canvas.dark().picture("tidy-mixed-dark", 1)).isNotEmptyFile();
        }
    }

    private static void tidy(CanvasFixture canvas, FlowDirection direction) {
        CanvasFixture.run(() -> canvas.canvas().tidying().start(direction));
        CanvasFixture.await(
                "the graph is tidied", () -> !canvas.canvas().tidying().isRunning());
    }

    @Test
    void aDraggedComponentInLineAndWithEqualGaps() throws IOException {
        try (CanvasFixture canvas = CanvasFixture.open(
                new SampleGraphs()
                        .component("left", "flow.take", 0, 96)
                        .component("right", "flow.take", 560, 96)
                        .component("moved", "flow.take", 216, 320)
                        .graph(),
                1000,
                600)) {
            CanvasFixture.run(() -> canvas.canvas().zoomTo(1));
            Point2D from = canvas.title("moved");
            canvas.press(MouseButton.PRIMARY, from.getX(), from.getY())
                    .move(from.getX() + 20, from.getY() - 100)
                    .move(from.getX() + 62, from.getY() - 222);
            GoldenPicture.compare(canvas.picture("guides", 1));
            GoldenPicture.compare(canvas.dark().picture("guides-dark-200", 2));
            canvas.type(KeyCode.ESCAPE).release(from.getX(), from.getY());
        }
    }

    @Test
    void wiresRoundComponentsInBundlesAndBack() {
        try (CanvasFixture canvas = CanvasFixture.open(obstacles(), 1500, 900)) {
            assertThat(canvas.picture("routes-light", 1)).isNotEmptyFile();
            assertThat(canvas.picture("routes-light-200", 2)).isNotEmptyFile();
            assertThat(canvas.dark().picture("routes-dark", 1)).isNotEmptyFile();
        }
        try (CanvasFixture canvas = CanvasFixture.open(dense(), 1600, 1000)) {
            assertThat(canvas.picture("routes-dense", 1)).isNotEmptyFile();
        }
    }

    @Test
    void compactCardsLightAndDark() throws IOException {
        try (CanvasFixture canvas = CanvasFixture.open(mixed(), 1200, 760)) {
            CanvasFixture.run(() -> {
                canvas.canvas().showCards(CardStyle.COMPACT);
                canvas.document().selection().select("words");
            });
            GoldenPicture.compare(canvas.picture("compact-light", 1));
            GoldenPicture.compare(canvas.dark().picture("compact-dark-200", 2));
        }
        try (CanvasFixture canvas = CanvasFixture.open(SampleGraphs.wordCount(), 1200, 500)) {
            CanvasFixture.run(() -> canvas.canvas().showCards(CardStyle.COMPACT));
            canvas.show(running());
            assertThat(canvas.picture("compact-live", 1)).isNotEmptyFile();
        }
    }

    @Test
    void waypointsAmongCardsAndManyHiddenEnds() {
        try (CanvasFixture canvas = CanvasFixture.open(crowdedWires(), 1300, 800)) {
            assertThat(canvas.picture("wires-crowded-light", 1)).isNotEmptyFile();
            assertThat(canvas.dark().picture("wires-crowded-dark-200", 2)).isNotEmptyFile();
        }
    }

    private static Graph crowdedWires() {
        return GraphFile.parse("""
                {"format": "myelin-graph/1",
                 "components": {
                   "read": {"type": "file.lines"}, "words": {"type": "text.split"}, "count": {"type": "data.count"},
                   "print": {"type": "console.print"}, "case": {"type": "text.case"}, "filter": {"type": "data.filter"},
                   "d1": {"type": "console.print"}, "d2": {"type": "console.print"}, "d3": {"type": "console.print"},
                   "d4": {"type": "console.print"}, "d5": {"type": "console.print"}, "d6": {"type": "console.print"}},
                 "links": [
                   {"from": "read.outbox", "to": "words.inbox"}, {"from": "words.outbox", "to": "print.inbox"},
                   {"from": "case.outbox", "to": "count.inbox"},
                   {"from": "filter.outbox", "to": "d1.inbox"}, {"from": "filter.outbox", "to": "d2.inbox"},
                   {"from": "filter.outbox", "to": "d3.inbox"}, {"from": "filter.outbox", "to": "d4.inbox"},
                   {"from": "filter.outbox", "to": "d5.inbox"}, {"from": "filter.outbox", "to": "d6.inbox"},
                   {"from": "filter.rejected", "to": "d1.inbox"}, {"from": "read.outbox", "to": "d1.inbox"}],
                 "layout": {
                   "components": {
                     "read": {"x": 0, "y": 0}, "words": {"x": 260, "y": 160}, "case": {"x": 520, "y": 0},
                     "count": {"x": 520, "y": 320}, "print": {"x": 860, "y": 160}, "filter": {"x": 0, "y": 440},
                     "d1": {"x": 760, "y": 440}, "d2": {"x": 980, "y": 300}, "d3": {"x": 980, "y": 380},
                     "d4": {"x": 980, "y": 460}, "d5": {"x": 980, "y": 540}, "d6": {"x": 760, "y": 560}},
                   "links": [
                     {"from": "read.outbox", "to": "words.inbox", "waypoints": [{"x": 480, "y": 184}]},
                     {"from": "words.outbox", "to": "print.inbox", "waypoints": [{"x": 440, "y": 24}, {"x": 760, "y": 24}, {"x": 760, "y": 344}, {"x": 460, "y": 344}]},
                     {"from": "filter.outbox", "to": "d1.inbox", "hidden": true}, {"from": "filter.outbox", "to": "d2.inbox", "hidden": true},
                     {"from": "filter.outbox", "to": "d3.inbox", "hidden": true}, {"from": "filter.outbox", "to": "d4.inbox", "hidden": true},
                     {"from": "filter.outbox", "to": "d5.inbox", "hidden": true}, {"from": "filter.outbox", "to": "d6.inbox", "hidden": true},
                     {"from": "filter.rejected", "to": "d1.inbox", "hidden": true}, {"from": "read.outbox", "to": "d1.inbox", "hidden": true}]}}""").graph().orElseThrow();
    }

    /** Links with something in their way, several between two components, and several that lead back. */
    private static Graph obstacles() {
        return new SampleGraphs()
                .component("read", "file.lines", 0, 60)
                .component("between", "text.case", 300, 40)
                .component("filter", "data.filter", 620, 60)
                .component("high", "view.table", 880, -60)
                .component("low", "text.case", 880, 300)
                .component("gate", "flow.gate", 1260, 80)
                .component("rows", "text.case", 1260, 380)
                .component("count", "data.count", 300, 320)
                .component("match", "data.filter", 620, 480)
                .component("open", "flow.gate", 40, 480)
                .link("read.outbox", "filter.inbox")
                .link("read.outbox", "between.inbox")
                .link("between.outbox", "rows.inbox")
                .link("filter.outbox", "gate.inbox")
                .link("filter.rejected", "gate.open")
                .link("match.outbox", "open.inbox")
                .link("match.rejected", "open.open")
                .link("gate.outbox", "count.inbox")
                .link("low.outbox", "low.inbox")
                .graph();
    }

    /** Thirty components close together with links across all of them. */
    private static Graph dense() {
        SampleGraphs sample = new SampleGraphs();
        for (int i = 0; i < 30; i++) {
            sample.component("c" + i, i % 4 == 0 ? "flow.gate" : "text.case", i % 6 * 230, i / 6 * 140 + i % 3 * 20);
        }
        for (int i = 0; i < 30; i++) {
            sample.link("c" + i + ".outbox", "c" + (i * 7 + 4) % 30 + ".inbox");
            if (i % 3 == 0) {
                sample.link("c" + i + ".outbox", "c" + (i * 11 + 8) % 30 + ".inbox");
            }
        }
        return sample.graph();
    }

    @Test
    void foldedGroupsAndComponentsAndADropIntoAGroup() {
        try (CanvasFixture canvas = CanvasFixture.open(obstacles(), 1500, 900)) {
            group(canvas, "filter", "match", "between");
            CanvasFixture.run(() -> canvas.canvas().toggleFolded());
            CanvasFixture.run(() -> canvas.document().selection().select("gate"));
            CanvasFixture.run(() -> canvas.canvas().toggleFolded());
            group(canvas, "count", "low");
            CanvasFixture.pulse();
            Point2D from = canvas.title("read");
            Point2D to = canvas.title("count");
            canvas.press(MouseButton.PRIMARY, from.getX(), from.getY())
                    .move(from.getX() + 60, from.getY() + 50)
                    .move(to.getX() + 300, to.getY() + 20);
            assertThat(canvas.picture("folded-light", 1)).isNotEmptyFile();
            assertThat(canvas.dark().picture("folded-dark-200", 2)).isNotEmptyFile();
            canvas.type(KeyCode.ESCAPE).release(to.getX(), to.getY());
        }
    }

    private static void group(CanvasFixture canvas, String... ids) {
        CanvasFixture.run(() -> {
            canvas.document().selection().select(List.of(ids), List.of());
            canvas.canvas().groupSelection();
        });
        CanvasFixture.run(() -> canvas.canvas().node().requestFocus());
    }
}
