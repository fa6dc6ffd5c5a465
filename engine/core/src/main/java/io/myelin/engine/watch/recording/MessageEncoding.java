package io.myelin.engine.watch.recording;

import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.MessageText;
import io.myelin.engine.message.MessageWriter;
import io.myelin.engine.message.UnportableMessageException;
import io.myelin.engine.plan.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes messages as recordings hold them, secrets taken out. One thread at a time. */
final class MessageEncoding {
    private final MessageWriter writer = new MessageWriter();
    private final Secrets secrets;

    MessageEncoding(Secrets secrets) {
        this.secrets = secrets;
    }

    /** Whether the codec can carry {@code message}. */
    static boolean isPortable(Object message) {
        try {
            new MessageWriter().writeMessage(message);
            return true;
        } catch (UnportableMessageException unportable) {
            return false;
        }
    }

    /** Writes {@code message} behind what {@code to} holds; false where it could be written only as text. */
    boolean write(Object message, GrowingBytes to) {
        writer.truncate(0);
        try {
            writer.writeMessage(secrets.isEmpty() ? message : redacted(message));
            to.put(StoredMessage.IN_CODEC);
            writer.writeTo(to, 0);
            return true;
        } catch (UnportableMessageException unportable) {
            to.put(StoredMessage.AS_TEXT);
            byte[] text = secrets.redact(message.getClass().getName() + " " + MessageText.of(message))
                    .getBytes(StandardCharsets.UTF_8);
            to.put(text, 0, text.length);
            return false;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Object redacted(Object message) {
        return switch (message) {
            case String text -> secrets.redact(text);
            case DataRecord record -> {
                DataRecord.Builder fields = DataRecord.builder();
                record.forEach((name, value) -> fields.put(secrets.redact(name), redacted(value)));
                yield fields.build();
            }
            case List<?> list -> list.stream().map(this::redacted).toList();
            default -> {
                String text = MessageText.of(message);
                String redacted = secrets.redact(text);
                // Of other values a secret may be part of: then only the text is kept.
                yield redacted.equals(text) ? message : redacted;
            }
        };
    }
}
