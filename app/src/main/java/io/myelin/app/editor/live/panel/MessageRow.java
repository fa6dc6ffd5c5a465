package io.myelin.app.editor.live.panel;

import io.myelin.app.editor.live.traffic.Delivery;
import io.myelin.app.editor.live.traffic.MessagePreview;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.JsonNull;
import io.myelin.engine.message.MessageText;
import io.myelin.engine.plan.Secrets;
import java.util.Optional;

/**
 * A row of the messages panel.
 *
 * @param delivery the message
 * @param time the time of day, for people
 * @param secrets what must not be shown
 */
record MessageRow(Delivery delivery, String time, Secrets secrets) {
    private static final int SHOWN = 300;

    /** Its beginning, on one line. */
    String value() {
        return MessagePreview.of(delivery.message(), SHOWN, secrets);
    }

    /** The field {@code name} of a record, on one line; empty where there is none. */
    String field(String name) {
        return record().map(record -> record.get(name))
                .filter(value -> value != JsonNull.NULL)
                .map(value -> MessagePreview.of(value, SHOWN, secrets))
                .orElse("");
    }

    /** The message as a record, where it is one. */
    Optional<DataRecord> record() {
        return delivery.message() instanceof DataRecord record ? Optional.of(record) : Optional.empty();
    }

    /** All of it, over several lines. */
    String whole() {
        Object message = delivery.message();
        return secrets.redact(message instanceof String text ? text : MessageText.indented(message));
    }
}
