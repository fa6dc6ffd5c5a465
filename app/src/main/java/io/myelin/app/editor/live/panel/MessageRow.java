package io.myelin.app.editor.live.panel;

import io.myelin.app.editor.live.SecretMask;
import io.myelin.app.editor.live.traffic.Delivery;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.JsonNull;
import io.myelin.engine.message.MessageText;
import java.util.Optional;

/**
 * A row of the messages panel.
 *
 * @param delivery the message
 * @param time the time of day, for people
 * @param mask takes secrets out of what is shown
 */
record MessageRow(Delivery delivery, String time, SecretMask mask) {
    private static final int SHOWN = 300;

    /** Its beginning, on one line. */
    String value() {
        return onOneLine(mask.preview(delivery.message(), SHOWN));
    }

    /** The field {@code name} of a record, on one line; empty where there is none. */
    String field(String name) {
        return record().map(record -> record.get(name))
                .filter(value -> value != JsonNull.NULL)
                .map(value -> onOneLine(mask.preview(value, SHOWN)))
                .orElse("");
    }

    /** The message as a record, where it is one. */
    Optional<DataRecord> record() {
        return delivery.message() instanceof DataRecord record ? Optional.of(record) : Optional.empty();
    }

    /** All of it, over several lines. */
    String whole() {
        Object message = delivery.message();
        return mask.hide(message instanceof String text ? text : MessageText.indented(message));
    }

    private static String onOneLine(String text) {
        return text.replaceAll("\\R", "⏎").replace('\t', ' ');
    }
}
