package io.myelin.engine.graph;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Files that were graphs once: bytes changed, pieces lost, doubled, swapped or put in from elsewhere. */
public final class FileMutations {
    private static final List<byte[]> TOKENS = List.of(
                    "{",
                    "}",
                    "[",
                    "]",
                    ",",
                    ":",
                    "\"",
                    "\\",
                    "null",
                    "true",
                    "-",
                    "1E999999999",
                    "0.5",
                    "1e",
                    "\"\"",
                    "\"a.b\"",
                    "\"a\": 1,",
                    "{\"type\":\"graph:inner\"}",
                    "${",
                    "${env:X}",
                    "\u0000",
                    "\ufeff",
                    "\ud83d\ude00",
                    "\n",
                    "  ",
                    "\"components\":",
                    "\"links\":",
                    "\"graphs\":",
                    "\"format\":\"myelin-graph/2\",",
                    "[[[[[[[[",
                    "{\"a\":{\"a\":",
                    "99999999999999999999",
                    "\\u0000",
                    "\\ud800",
                    "//",
                    "/*",
                    "'",
                    "NaN",
                    "test.read",
                    "\"inbox\"",
                    "\"outbox\"")
            .stream()
            .map(token -> token.getBytes(StandardCharsets.UTF_8))
            .toList();

    private final Random random;
    private final List<byte[]> originals;

    /** Mutations of {@code originals}, the same for the same seed. */
    public FileMutations(long seed, List<String> originals) {
        this.random = new Random(seed);
        this.originals = originals.stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /** The next one. */
    public byte[] next() {
        byte[] content = pick(originals);
        int changes = 1 + random.nextInt(3);
        for (int change = 0; change < changes; change++) {
            content = mutate(content);
        }
        return content;
    }

    private byte[] mutate(byte[] content) {
        int from = random.nextInt(content.length + 1);
        int to = Math.min(content.length, from + 1 + random.nextInt(random.nextInt(5) == 0 ? 200 : 12));
        return switch (random.nextInt(9)) {
            case 0 -> flip(content);
            case 1 -> join(content, 0, from, new byte[0], content, to);
            case 2 -> join(content, 0, to, new byte[0], content, from);
            case 3 -> join(content, 0, from, pick(TOKENS), content, from);
            case 4 -> join(content, 0, from, pick(TOKENS), content, to);
            case 5 -> Arrays.copyOf(content, from);
            case 6 -> Arrays.copyOfRange(content, from, content.length);
            case 7 -> {
                byte[] other = pick(originals);
                yield join(content, 0, from, new byte[0], other, random.nextInt(other.length + 1));
            }
            default -> swap(content, from);
        };
    }

    private byte[] flip(byte[] content) {
        byte[] changed = content.clone();
        if (changed.length > 0) {
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        }
        return changed;
    }

    /** Exchanges two neighbouring lines. */
    private byte[] swap(byte[] content, int at) {
        List<String> lines = new java.util.ArrayList<>(
                new String(content, StandardCharsets.ISO_8859_1).lines().toList());
        if (lines.size() > 1) {
            int line = at % (lines.size() - 1);
            lines.add(line, lines.remove(line + 1));
        }
        return String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] join(byte[] head, int from, int to, byte[] middle, byte[] tail, int tailFrom) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.write(head, from, to - from);
        joined.writeBytes(middle);
        joined.write(tail, tailFrom, tail.length - tailFrom);
        return joined.toByteArray();
    }

    private <V> V pick(List<V> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
