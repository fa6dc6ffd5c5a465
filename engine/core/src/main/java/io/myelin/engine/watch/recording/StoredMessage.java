package io.myelin.engine.watch.recording;

import io.myelin.engine.message.DamagedMessageException;
import io.myelin.engine.message.MessageClasses;
import io.myelin.engine.message.MessageReader;
import io.myelin.engine.message.MessageText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A message as a recording holds it: in the codec, or, for one that the codec can't carry, as what it says of itself. A
 * part of a larger array that nobody changes.
 */
record StoredMessage(byte[] bytes, int from, int to) {
    /** What stands for no message. */
    static final StoredMessage NONE = new StoredMessage(new byte[0], 0, 0);

    /** First byte of a message in the codec. */
    static final int IN_CODEC = 0;

    /** First byte of a message that the codec can't carry: its text follows. */
    static final int AS_TEXT = 1;

    /** Whether it is there and can be made again. */
    boolean isPortable() {
        return to > from && bytes[from] == IN_CODEC;
    }

    /** The message; IllegalStateException where it is {@linkplain #isPortable not portable}. */
    Object decode(MessageClasses classes) {
        if (!isPortable()) {
            throw new IllegalStateException("this message can't be made again: " + text(classes));
        }
        try {
            return new MessageReader(classes).over(bytes, from + 1, to).readMessage();
        } catch (DamagedMessageException damaged) {
            throw new BrokenRecordingException(String.valueOf(damaged.getMessage()));
        }
    }

    /** For people. */
    String text(MessageClasses classes) {
        if (to <= from) {
            return "nothing";
        }
        return isPortable()
                ? MessageText.json(decode(classes))
                : new String(bytes, from + 1, to - from - 1, StandardCharsets.UTF_8);
    }

    boolean isSame(StoredMessage other) {
        return Arrays.equals(bytes, from, to, other.bytes, other.from, other.to);
    }
}
