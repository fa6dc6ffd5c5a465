package io.myelin.engine.graph;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Pictures that hold the graph that they show, so that a picture can be opened as the graph: PNG in a text chunk of its
 * own ({@code iTXt}), SVG in its metadata.
 */
public final class GraphPicture {
    /** The namespace of the element that holds the graph in an SVG. */
    public static final String NAMESPACE = "urn:myelin:graph";

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final String KEYWORD = "myelin-graph";
    private static final String ELEMENT = "graph";

    /** Of a chunk besides its data: length, type and checksum. */
    private static final int CHUNK_FRAME = 12;

    private GraphPicture() {}

    /** Whether a file that begins like this is a picture of a kind that can hold a graph. */
    public static boolean isPicture(byte[] file) {
        return isPng(file) || isSvg(file);
    }

    private static boolean isPng(byte[] file) {
        return file.length > PNG.length && Arrays.equals(file, 0, PNG.length, PNG, 0, PNG.length);
    }

    private static boolean isSvg(byte[] file) {
        String start = new String(file, 0, Math.min(file.length, 1024), StandardCharsets.UTF_8);
        String text = start.startsWith("\uFEFF") ? start.substring(1) : start;
        return text.stripLeading().startsWith("<") && (text.contains("<svg") || text.contains("<?xml"));
    }

    /** The PNG {@code picture} with {@code graph} in it. */
    public static byte[] png(byte[] picture, Graph graph) {
        if (!isPng(picture)) {
            throw new IllegalArgumentException("this is no PNG");
        }
        int afterHeader = PNG.length + CHUNK_FRAME + ByteBuffer.wrap(picture).getInt(PNG.length);
        byte[] chunk = chunk(GraphFile.format(graph));
        return ByteBuffer.allocate(picture.length + chunk.length)
                .put(picture, 0, afterHeader)
                .put(chunk)
                .put(picture, afterHeader, picture.length - afterHeader)
                .array();
    }

    private static byte[] chunk(String text) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(KEYWORD.getBytes(StandardCharsets.ISO_8859_1));
        // The end of the keyword, compressed, by deflate, no language, no translated keyword.
        data.writeBytes(new byte[] {0, 1, 0, 0, 0});
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(data)) {
            deflated.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        byte[] typeAndData = ByteBuffer.allocate(4 + data.size())
                .put("iTXt".getBytes(StandardCharsets.ISO_8859_1))
                .put(data.toByteArray())
                .array();
        CRC32 checksum = new CRC32();
        checksum.update(typeAndData);
        return ByteBuffer.allocate(CHUNK_FRAME + data.size())
                .putInt(data.size())
                .put(typeAndData)
                .putInt((int) checksum.getValue())
                .array();
    }

    /** The text of the graph in the picture {@code file}; empty where it holds none, or is damaged. */
    static Optional<String> text(byte[] file) {
        try {
            return isPng(file) ? textOfPng(ByteBuffer.wrap(file).position(PNG.length)) : textOfSvg(file);
        } catch (IOException | XMLStreamException | BufferUnderflowException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> textOfPng(ByteBuffer file) throws IOException {
        byte[] type = new byte[4];
        while (file.remaining() >= CHUNK_FRAME) {
            int length = file.getInt();
            file.get(type);
            if (length < 0 || length > file.remaining()) {
                return Optional.empty();
            }
            ByteBuffer data = file.slice(file.position(), length);
            if (Arrays.equals(type, "iTXt".getBytes(StandardCharsets.ISO_8859_1)) && KEYWORD.equals(word(data))) {
                boolean isCompressed = data.get() == 1;
                data.get();
                word(data);
                word(data);
                return Optional.of(content(data, isCompressed));
            }
            file.position(Math.min(file.limit(), file.position() + length + 4));
        }
        return Optional.empty();
    }

    /** The letters up to the next zero, which is passed. */
    private static String word(ByteBuffer data) {
        ByteArrayOutputStream word = new ByteArrayOutputStream();
        for (byte letter = data.get(); letter != 0; letter = data.get()) {
            word.write(letter);
        }
        return word.toString(StandardCharsets.UTF_8);
    }

    private static String content(ByteBuffer data, boolean isCompressed) throws IOException {
        byte[] rest = new byte[data.remaining()];
        data.get(rest);
        InputStream plain = new ByteArrayInputStream(rest);
        try (InputStream in = isCompressed ? new InflaterInputStream(plain) : plain) {
            // One more than is read, so that too much is told and not cut.
            return new String(in.readNBytes(GraphFile.MAX_BYTES + 1), StandardCharsets.UTF_8);
        }
    }

    private static Optional<String> textOfSvg(byte[] file) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        // Nothing outside of the file is ever read.
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(file));
        try {
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals(ELEMENT)
                        && NAMESPACE.equals(reader.getNamespaceURI())) {
                    return Optional.of(reader.getElementText());
                }
            }
            return Optional.empty();
        } finally {
            reader.close();
        }
    }
}
