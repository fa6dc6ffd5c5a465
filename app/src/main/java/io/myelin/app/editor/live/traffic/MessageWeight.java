package io.myelin.app.editor.live.traffic;

import io.myelin.engine.message.Bytes;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** Estimates how much memory a message holds, at a small bounded cost. */
final class MessageWeight {
    private static final int SMALL = 64;
    private static final int LOOKED_AT = 16;
    private static final int DEEPEST = 3;

    private MessageWeight() {}

    /** Roughly its bytes; what is deep inside is guessed from the first few of its parts. */
    static long of(Object message) {
        return of(message, 0);
    }

    private static long of(Object message, int depth) {
        return switch (message) {
            case String text -> SMALL + text.length();
            case Bytes bytes -> SMALL + bytes.length();
            case BigInteger number -> SMALL + number.bitLength() / 8;
            case Map<?, ?> map -> many(map.values(), map.size(), depth);
            case List<?> list -> many(list, list.size(), depth);
            default -> SMALL;
        };
    }

    private static long many(Iterable<?> parts, int size, int depth) {
        if (size == 0 || depth >= DEEPEST) {
            return SMALL * (1L + size);
        }
        long weight = 0;
        int seen = 0;
        for (Object part : parts) {
            weight += of(part, depth + 1);
            if (++seen == LOOKED_AT) {
                break;
            }
        }
        return SMALL + weight * size / seen;
    }
}
