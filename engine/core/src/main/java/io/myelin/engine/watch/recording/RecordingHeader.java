package io.myelin.engine.watch.recording;

import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.JsonValues;
import io.myelin.engine.message.MessageText;
import io.myelin.engine.plan.PlannedComponent;
import io.myelin.engine.plan.PlannedLink;
import io.myelin.engine.plan.RunPlan;
import io.myelin.engine.run.StallPolicy;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What stands at the head of a recording.
 *
 * @param product the program that wrote it, with its version
 * @param started the time of day when the run began
 * @param seed what the order of steps was drawn from
 * @param strict whether messages that can change were refused
 * @param stopGrace how long a component might take to end after a hard stop
 * @param stall what was done about components that waited for each other for ever
 * @param origin what the run was planned from
 * @param components all components, in the order of the plan
 * @param links all links, in the order of the plan, as {@code a.outbox -> b.inbox}
 */
record RecordingHeader(
        String product,
        Instant started,
        long seed,
        boolean strict,
        Duration stopGrace,
        StallPolicy stall,
        GraphOrigin origin,
        List<Member> components,
        List<String> links) {

    /**
     * One component.
     *
     * @param path where it stands
     * @param type the id of its type
     * @param outside whether it is an outside component, whose doings are recorded and not done again
     */
    record Member(String path, String type, boolean outside) {}

    /** Copies the lists. */
    RecordingHeader {
        components = List.copyOf(components);
        links = List.copyOf(links);
    }

    static List<Member> members(RunPlan plan) {
        return plan.components().stream()
                .map(one -> new Member(one.path(), one.type().id(), isOutside(one)))
                .toList();
    }

    static List<String> links(RunPlan plan) {
        return plan.links().stream().map(PlannedLink::toString).toList();
    }

    /** Whether {@code component} can reach the outside, by what its type declares. */
    static boolean isOutside(PlannedComponent component) {
        return !component.type().reaches().isEmpty();
    }

    byte[] toBytes() {
        DataRecord record = DataRecord.builder()
                .put("product", product)
                .put("started", started.toString())
                .put("seed", seed)
                .put("strict", strict)
                .put("stopGraceNanos", stopGrace.toNanos())
                .put("stall", stall.id())
                .put("origin", origin.toRecord())
                .put(
                        "components",
                        components.stream()
                                .map(one -> DataRecord.builder()
                                        .put("path", one.path())
                                        .put("type", one.type())
                                        .put("outside", one.outside())
                                        .build())
                                .toList())
                .put("links", links)
                .build();
        return MessageText.json(record).getBytes(StandardCharsets.UTF_8);
    }

    /** Reads what {@link #toBytes} made. */
    static RecordingHeader of(byte[] bytes) {
        try {
            DataRecord record = (DataRecord) JsonValues.parse(new String(bytes, StandardCharsets.UTF_8));
            return new RecordingHeader(
                    Fields.text(record, "product"),
                    Instant.parse(Fields.text(record, "started")),
                    Fields.number(record, "seed"),
                    Fields.truth(record, "strict"),
                    Duration.ofNanos(Fields.number(record, "stopGraceNanos")),
                    StallPolicy.named(Fields.text(record, "stall"))
                            .orElseThrow(() -> new IllegalArgumentException("its stall policy is unknown")),
                    GraphOrigin.of(Fields.record(record, "origin")),
                    Fields.records(record, "components").stream()
                            .map(one -> new Member(
                                    Fields.text(one, "path"), Fields.text(one, "type"), Fields.truth(one, "outside")))
                            .toList(),
                    Fields.texts(record, "links"));
        } catch (ClassCastException | IllegalArgumentException | DateTimeException unfit) {
            throw new BrokenRecordingException("its head can't be read (" + unfit.getMessage() + ")");
        }
    }
}
