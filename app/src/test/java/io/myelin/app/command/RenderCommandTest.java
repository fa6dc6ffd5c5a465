package io.myelin.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

/** {@code myelin render}. */
class RenderCommandTest {
    private static final Path SAMPLES =
            Path.of("..", "samples").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    @BeforeEach
    void a_graph_that_prints() throws IOException {
        new GraphText()
                .component("numbers", "source.sequence", "{\"to\": 3}", ", \"title\": \"1 < 2 & \\\"three\\\"\"")
                .component("print", "console.print", "{}")
                .links("numbers", "print")
                .write(folder, "numbers.graph.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"picture.svg", "picture.png", "PICTURE.PNG"})
    void every_command_takes_the_picture_for_the_file(String picture) {
        CommandRun.Result rendered = render("numbers.graph.json", picture);

        assertThat(rendered.status()).as(rendered.messages()).isZero();
        assertThat(rendered.output()).isEmpty();
        assertThat(CommandRun.in(folder)
                        .run("diff", "numbers.graph.json", picture)
                        .status())
                .isZero();
        assertThat(CommandRun.in(folder).run("check", picture).output()).isEqualTo(picture + ": ok\n");
        assertThat(CommandRun.in(folder).run("run", picture).output()).isEqualTo("1\n2\n3\n");
        assertThat(render(picture, "again.svg").status()).isZero();
    }

    @Test
    void an_svg_shows_each_component_with_its_title_and_each_link() throws Exception {
        String sample = SAMPLES.resolve("word-count.graph.json").toString();
        assertThat(render(sample, "words.svg").status()).isZero();

        Document svg = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(folder.resolve("words.svg").toFile());

        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("Word count");
        Set<String> texts = new HashSet<>();
        for (int index = 0; index < svg.getElementsByTagName("text").getLength(); index++) {
            texts.add(svg.getElementsByTagName("text").item(index).getTextContent());
        }
        assertThat(texts).contains("Read the book", "Lower case", "Split into words", "Count", "to: lower", "errors");
        assertThat(Files.readString(folder.resolve("words.svg")).split("stroke-width=\"1.75\"", -1))
                .hasSize(6);
    }

    @Test
    void groups_notes_labels_and_hidden_links_are_in_the_picture_as_on_the_canvas() throws Exception {
        Files.writeString(folder.resolve("laid.graph.json"), """
                {"format": "myelin-graph/1",
                 "components": {
                   "read": {"type": "file.lines"}, "split": {"type": "text.split"}, "upper": {"type": "text.case"},
                   "count": {"type": "data.count"}, "print": {"type": "console.print"}},
                 "links": [
                   {"from": "read.outbox", "to": "split.inbox"}, {"from": "split.outbox", "to": "upper.inbox"},
                   {"from": "upper.outbox", "to": "count.inbox", "state": "muted"},
                   {"from": "count.outbox", "to": "print.inbox"}],
                 "layout": {
                   "components": {
                     "read": {"x": 0, "y": 0}, "split": {"x": 300, "y": 0}, "upper": {"x": 300, "y": 160},
                     "count": {"x": 600, "y": 0}, "print": {"x": 900, "y": 0}},
                   "links": [
                     {"from": "read.outbox", "to": "split.inbox", "label": "all lines"},
                     {"from": "count.outbox", "to": "print.inbox", "hidden": true}],
                   "groups": {
                     "words": {"title": "Words", "members": ["split", "upper"], "collapsed": true},
                     "end": {"title": "The end", "color": "green", "members": ["count", "print"]}},
                   "notes": {"why": {"text": "# Why\\nIt *counts*.", "x": 0, "y": 200}}}}""");
        CommandRun.Result rendered = render("laid.graph.json", "laid.svg");
        assertThat(rendered.status()).as(rendered.messages()).isZero();
        render("laid.graph.json", "laid.png");

        Set<String> texts = texts("laid.svg");
        assertThat(texts)
                .contains("all lines", "Words", "2 components", "The end", "Why", "It counts.")
                .contains("Count", "Print")
                .doesNotContain("text.case");
        String drawn = Files.readString(folder.resolve("laid.svg"));
        assertThat(drawn.indexOf(">Why<"))
                .as("a note lies on the frames of groups, under links and components")
                .isGreaterThan(drawn.indexOf(">The end<"))
                .isLessThan(drawn.indexOf(">all lines<"))
                .isLessThan(drawn.indexOf("stroke-width=\"1.75\""));
        assertThat(Files.readString(folder.resolve("laid.svg")))
                .as("the muted link is dotted")
                .contains("stroke-dasharray=\"2 6\"");
    }

    private Set<String> texts(String picture) throws Exception {
        Document svg = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(folder.resolve(picture).toFile());
        Set<String> texts = new HashSet<>();
        for (int index = 0; index < svg.getElementsByTagName("text").getLength(); index++) {
            texts.add(svg.getElementsByTagName("text").item(index).getTextContent());
        }
        return texts;
    }

    @Test
    void a_png_is_light_or_dark_and_as_large_as_is_asked_for() throws Exception {
        render("numbers.graph.json", "plain.png");
        CommandRun.in(folder).run("render", "numbers.graph.json", "-o", "dark.png", "--dark", "--scale", "1");

        BufferedImage plain = ImageIO.read(new File(folder.toFile(), "plain.png"));
        BufferedImage dark = ImageIO.read(new File(folder.toFile(), "dark.png"));

        assertThat(plain.getWidth()).isBetween(2 * dark.getWidth() - 2, 2 * dark.getWidth());
        assertThat(plain.getRGB(1, 1) & 0xffffff).isEqualTo(0xf6f8fa);
        assertThat(dark.getRGB(1, 1) & 0xffffff).isEqualTo(0x0d1117);
        Set<Integer> colours = new HashSet<>();
        for (int x = 0; x < plain.getWidth(); x++) {
            colours.add(plain.getRGB(x, plain.getHeight() / 2));
        }
        assertThat(colours).as("colours across the middle").hasSizeGreaterThan(5);
    }

    @Test
    void compact_cards_make_a_lower_picture_without_details_and_names() throws Exception {
        render("numbers.graph.json", "plain.svg");
        CommandRun.in(folder).run("render", "numbers.graph.json", "-o", "compact.svg", "--compact");
        CommandRun.in(folder).run("render", "numbers.graph.json", "-o", "compact.png", "--compact");
        render("numbers.graph.json", "plain.png");

        assertThat(texts("plain.svg"))
                .containsAll(texts("compact.svg"))
                .hasSizeGreaterThan(texts("compact.svg").size());
        assertThat(ImageIO.read(new File(folder.toFile(), "compact.png")).getHeight())
                .isLessThan(ImageIO.read(new File(folder.toFile(), "plain.png")).getHeight());
    }

    @Test
    void a_graph_without_anything_has_a_picture_too() throws Exception {
        Files.writeString(folder.resolve("empty.graph.json"), "{\"format\": \"myelin-graph/1\"}");

        assertThat(render("empty.graph.json", "empty.png").status()).isZero();
        assertThat(ImageIO.read(new File(folder.toFile(), "empty.png"))).isNotNull();
    }

    @Test
    void letters_that_xml_cannot_hold_are_drawn_as_a_sign_and_kept_in_the_graph() throws Exception {
        Files.writeString(
                folder.resolve("odd.graph.json"),
                "{\"format\": \"myelin-graph/1\", \"components\": {\"a\": {\"type\": \"x\", \"title\": \"\\u0001\"}}}");

        assertThat(render("odd.graph.json", "odd.svg").status()).isZero();
        assertThat(CommandRun.in(folder)
                        .run("diff", "odd.graph.json", "odd.svg")
                        .status())
                .isZero();
    }

    @Test
    void another_ending_is_refused_and_what_was_there_stays() throws Exception {
        Files.writeString(folder.resolve("picture.gif"), "mine");

        CommandRun.Result result = render("numbers.graph.json", "picture.gif");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.messages()).contains("picture.gif", ".svg", ".png");
        assertThat(folder.resolve("picture.gif")).hasContent("mine");
        assertThat(CommandRun.in(folder)
                        .run("render", "numbers.graph.json", "-o", "x.png", "--scale", "90")
                        .status())
                .isEqualTo(2);
        assertThat(render("none.graph.json", "x.svg").messages()).contains("there is no file");
    }

    private CommandRun.Result render(String file, String picture) {
        return CommandRun.in(folder).run("render", file, "-o", picture);
    }
}
