package io.myelin.engine.graph;

import io.myelin.engine.graph.Problem.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The one reader and the one writer of graph files. */
public final class GraphFile {
    /** The newest format that this version reads, and the one it writes. */
    public static final int VERSION = 1;

    /** The most bytes that a graph file may have. */
    public static final int MAX_BYTES = 64 * 1024 * 1024;

    private static final char BYTE_ORDER_MARK = '\ufeff';

    private GraphFile() {}

    /** Reads a file; throws IOException, with a sentence for people, only where the file itself cannot be read. */
    public static LoadedGraph read(Path file) throws IOException {
        byte[] content = readBytes(file);
        return content.length > MAX_BYTES
                ? refused(1, 1, "the file has " + Files.size(file) + " bytes; a graph file has at most 64 MiB")
                : parse(content);
    }

    /**
     * What {@link #parse(byte[])} takes: the content of a file, or as much of it as shows that it is too large. Throws
     * IOException, with a sentence for people, where the file cannot be read.
     */
    public static byte[] readBytes(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException(file + " is a folder; a graph file is expected");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MAX_BYTES + 1);
        } catch (NoSuchFileException missing) {
            throw new IOException("there is no file " + file, missing);
        } catch (AccessDeniedException denied) {
            throw new IOException(file + " may not be read: permission denied", denied);
        } catch (IOException failure) {
            throw new IOException(file + " can't be read: " + failure.getMessage(), failure);
        }
    }

    /** Reads a graph from the bytes of a file, which may be a picture that holds it. */
    public static LoadedGraph parse(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return refused(1, 1, "the file has more than 64 MiB, the most that a graph file may have");
        }
        if (bytes.length == 0) {
            return refused(1, 1, "the file is empty; a graph begins with { \"format\": \"myelin-graph/1\"");
        }
        if (GraphPicture.isPicture(bytes)) {
            return GraphPicture.text(bytes)
                    .map(GraphFile::parse)
                    .orElseGet(() -> refused(
                            1, 1, "this picture holds no graph; those that \"myelin render\" makes hold theirs"));
        }
        ByteBuffer content = ByteBuffer.wrap(bytes);
        try {
            return parse(StandardCharsets.UTF_8.newDecoder().decode(content).toString());
        } catch (CharacterCodingException malformed) {
            int line = 1;
            int lineStart = 0;
            for (int at = 0; at < content.position(); at++) {
                if (bytes[at] == '\n') {
                    line++;
                    lineStart = at + 1;
                }
            }
            int column =
                    new String(bytes, lineStart, content.position() - lineStart, StandardCharsets.UTF_8).length() + 1;
            return refused(line, column, "the file is not UTF-8 text here; save it as UTF-8, or choose a graph file");
        }
    }

    /** Reads a graph from text, as from a file. */
    public static LoadedGraph parse(String text) {
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            int line = 1
                    + (int) text.substring(0, nul)
                            .chars()
                            .filter(symbol -> symbol == '\n')
                            .count();
            return refused(
                    line, nul - text.lastIndexOf('\n', nul), "there is a NUL character: this is not a text, or UTF-16");
        }
        GraphParser parser = new GraphParser(GraphMigrations.KNOWN);
        if (text.isEmpty() || text.charAt(0) != BYTE_ORDER_MARK) {
            return parser.parse(text);
        }
        LoadedGraph loaded = parser.parse(text.substring(1));
        List<Problem> problems = new ArrayList<>();
        problems.add(new Problem(
                Severity.WARNING,
                "",
                1,
                1,
                "the file begins with a byte order mark; it is passed over, and left out when the file is saved",
                Optional.empty()));
        problems.addAll(loaded.problems());
        return new LoadedGraph(loaded.draft(), loaded.places(), problems);
    }

    private static LoadedGraph refused(int line, int column, String message) {
        Problem problem = new Problem(Severity.ERROR, "", line, column, message, Optional.empty());
        return new LoadedGraph(Optional.empty(), SourcePlaces.NONE, List.of(problem));
    }

    /** The published JSON Schema (2020-12) of graph files. */
    public static String schema() {
        try (InputStream in = GraphFile.class.getResourceAsStream("graph.schema.json")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The text of {@code graph}: the same graph gives the same text. Ends with a line break. */
    public static String format(Graph graph) {
        return new GraphWriter().write(graph);
    }

    /**
     * Writes beside {@code file}, forces it to the disk and renames it into place: the old or the new, never a part.
     * Throws IOException, with a sentence that says what to do; the old content is then untouched.
     */
    public static void write(Graph graph, Path file) throws IOException {
        AtomicFile.write(file, format(graph).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The file that {@link #write} replaces, and beside which it writes first: {@code file}, or that to which a symbolic
     * link leads. Throws IOException where links lead round in a circle.
     */
    public static Path written(Path file) throws IOException {
        return AtomicFile.target(file);
    }
}
