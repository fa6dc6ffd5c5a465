package io.myelin.engine.watch.recording;

import io.myelin.engine.message.MessageClasses;
import io.myelin.engine.message.MessageText;
import io.myelin.engine.plan.Secrets;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Goes along a recording while the run is done again, and compares. Whatever the replay does has to be the next thing
 * that is recorded; at the first that is not, or where the recording ends, it is over: from then on nothing is compared
 * any more. Only whoever has the turn uses it.
 */
final class ReplayCursor {
    private static final int SHOWN = 300;

    private final EntryReader entries;
    private final RecordingHeader header;
    private final MessageClasses classes;
    private final MessageEncoding encoding;
    private final GrowingBytes scratch = new GrowingBytes(1024);
    private final DeliveryChain chain = new DeliveryChain();
    private final long[] delivered;
    private @Nullable Entry next;
    private long steps;
    private boolean over;
    private Optional<Difference> difference = Optional.empty();
    private Optional<String> flaw = Optional.empty();
    private int stopLink = -1;
    private long stopSequence;
    private boolean stopped;

    ReplayCursor(EntryReader entries, RecordingHeader header, MessageClasses classes, Secrets secrets) {
        this.entries = entries;
        this.header = header;
        this.classes = classes;
        this.encoding = new MessageEncoding(secrets);
        this.delivered = new long[header.links().size()];
    }

    /** Is over once delivery {@code sequence} on {@code link} has been made. */
    void stopAt(int link, long sequence) {
        stopLink = link;
        stopSequence = sequence;
    }

    /** What is recorded next; null once it is over. */
    @Nullable
    Entry peek() {
        while (!over && (next == null || next instanceof Entry.BlockEnd)) {
            try {
                if (next instanceof Entry.BlockEnd end) {
                    check(end);
                }
                next = entries.next().orElse(null);
                over |= next == null;
            } catch (IOException | BrokenRecordingException damaged) {
                broken(damaged);
            }
        }
        return over ? null : next;
    }

    /** What it holds can't be: it is over. */
    void broken(Exception damaged) {
        flaw = Optional.of("it is damaged: " + damaged.getMessage());
        over = true;
    }

    /** What follows is not recorded, for {@code reason}: it is over. */
    void endsFor(String reason) {
        flaw = Optional.of(reason);
        over = true;
    }

    private void check(Entry.BlockEnd end) {
        byte[] hash = chain.seal();
        if (!Arrays.equals(hash, end.chain())) {
            differ(
                    "",
                    0,
                    "another hash over the deliveries so far",
                    "hash " + HexFormat.of().formatHex(hash));
        }
    }

    /** It has been done: goes on to the next. */
    void take() {
        next = null;
    }

    void stepped() {
        steps++;
    }

    long steps() {
        return steps;
    }

    /** From now on nothing is compared. */
    void end() {
        over = true;
    }

    boolean isOver() {
        return over;
    }

    /** What {@code component} did next; null where it is over. */
    Entry.@Nullable Call nextCall(int component) {
        Entry entry = peek();
        if (entry instanceof Entry.Call call && call.component() == component) {
            take();
            return call;
        }
        if (entry != null) {
            differ(path(component), 0, words(entry), "a call of '" + path(component) + "'");
        }
        return null;
    }

    /** The replay has delivered {@code message}. */
    void delivered(int link, long sequence, Object message) {
        Entry entry = peek();
        if (entry == null) {
            return;
        }
        scratch.clear();
        encoding.write(message, scratch);
        StoredMessage got = new StoredMessage(scratch.array(), 0, scratch.length());
        if (entry instanceof Entry.Delivery recorded
                && recorded.link() == link
                && recorded.sequence() == sequence
                && recorded.message().isSame(got)) {
            take();
            chain.add(link, sequence, got);
            delivered[link] = sequence;
            if (link == stopLink && sequence >= stopSequence) {
                stopped = true;
                over = true;
            }
            return;
        }
        String words = MessageText.shorten(got.text(classes), SHOWN);
        boolean samePlace =
                entry instanceof Entry.Delivery recorded && recorded.link() == link && recorded.sequence() == sequence;
        differ(
                header.links().get(link),
                sequence,
                samePlace && entry instanceof Entry.Delivery recorded
                        ? MessageText.shorten(recorded.message().text(classes), SHOWN)
                        : words(entry),
                words);
    }

    /** The replay does {@code got} where something else was recorded. */
    void differ(String where, long sequence, String recorded, String got) {
        difference = Optional.of(new Difference(steps, where, sequence, recorded, got));
        over = true;
    }

    /** What is recorded, for people. */
    String words(@Nullable Entry entry) {
        return switch (entry) {
            case Entry.Delivery delivery ->
                "delivery " + delivery.sequence() + " on " + header.links().get(delivery.link()) + ": "
                        + MessageText.shorten(delivery.message().text(classes), SHOWN);
            case Entry.Call call -> "a call of '" + path(call.component()) + "'";
            case Entry.Event event when event.kind() == EventKind.END -> "the end of the run";
            case Entry.Event event -> "that step " + event.step() + " followed";
            case Entry.BlockEnd _ -> "nothing";
            case null -> "nothing";
        };
    }

    private String path(int component) {
        return header.components().get(component).path();
    }

    /** How many deliveries were the same. */
    long same() {
        return chain.deliveries();
    }

    /** How many deliveries there were on each link. */
    long[] deliveredByLink() {
        return delivered.clone();
    }

    /** The hash over all deliveries that were the same. */
    String hash() {
        return HexFormat.of().formatHex(chain.current());
    }

    Optional<Difference> difference() {
        return difference;
    }

    /** Whether it is over because it came to where it was to stop. */
    boolean isStopped() {
        return stopped;
    }

    Optional<String> flaw() {
        return flaw;
    }
}
