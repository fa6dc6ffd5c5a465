package io.myelin.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class GraphPictureTest {
    /** One grey pixel. */
    private static final byte[] PIXEL = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==");

    @Property(tries = 200)
    void theGraphInAPngIsTheGraphThatWasPutIn(@ForAll long seed) {
        Graph graph = new RandomGraphs(seed).graph();

        LoadedGraph loaded = GraphFile.parse(GraphPicture.png(PIXEL, graph));

        assertThat(loaded.graph()).contains(graph);
    }

    @Test
    void theGraphInTheMetadataOfAnSvgIsFoundWhateverThePrefix() {
        String svg = """
                <?xml version="1.0" encoding="UTF-8"?>
                <svg xmlns="http://www.w3.org/2000/svg"><metadata><m:graph xmlns:m="urn:myelin:graph">
                {"format": "myelin-graph/1", "title": "a &lt; b &amp; c", "components": {}}</m:graph></metadata></svg>
                """;

        LoadedGraph loaded = GraphFile.parse(svg.getBytes(StandardCharsets.UTF_8));

        assertThat(loaded.graph())
                .hasValueSatisfying(graph -> assertThat(graph.title()).isEqualTo("a < b & c"));
    }

    @Test
    void aPictureWithoutAGraphSaysSo() {
        assertThat(GraphFile.parse(PIXEL).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).startsWith("this picture holds no graph"));
        assertThat(GraphFile.parse("<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(StandardCharsets.UTF_8))
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).startsWith("this picture holds no graph"));
    }

    @Test
    void anSvgReadsNothingBesideItself() {
        String svg = "<!DOCTYPE svg [<!ENTITY outside SYSTEM \"file:///etc/passwd\">]><svg><metadata>"
                + "<graph xmlns=\"urn:myelin:graph\">&outside;</graph></metadata></svg>";

        assertThat(GraphFile.parse(svg.getBytes(StandardCharsets.UTF_8)).problems())
                .allSatisfy(problem -> assertThat(problem.message()).doesNotContain("root"));
    }

    @Property(tries = 500)
    void aDamagedPictureIsAProblemAndNoFailure(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] picture = GraphPicture.png(PIXEL, new RandomGraphs(seed).graph());
        for (int count = 0; count < 3; count++) {
            picture[8 + random.nextInt(picture.length - 8)] = (byte) random.nextInt();
        }

        assertThatCode(() -> GraphFile.parse(picture)).doesNotThrowAnyException();
    }

    @Test
    void otherProgramsStillReadThePicture() throws Exception {
        byte[] picture = GraphPicture.png(PIXEL, new RandomGraphs(5).graph());
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        java.io.DataInputStream in = new java.io.DataInputStream(new ByteArrayInputStream(picture));
        in.skipNBytes(8);
        while (in.available() > 0) {
            int length = in.readInt();
            byte[] content = in.readNBytes(length + 4);
            java.util.zip.CRC32 checksum = new java.util.zip.CRC32();
            checksum.update(content);
            assertThat(in.readInt()).isEqualTo((int) checksum.getValue());
            chunks.write(content, 0, 4);
        }

        assertThat(chunks.toString(StandardCharsets.UTF_8)).isEqualTo("IHDRiTXtIDATIEND");
    }
}
