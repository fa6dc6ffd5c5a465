package io.myelin.engine.watch.recording;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The proof of what was delivered: a chain of SHA-256 over all deliveries in their order, link, number and message. One
 * block's hash is taken over the hash before it and the deliveries of the block, so that the last one stands for all.
 */
final class DeliveryChain {
    /** Bytes of a hash. */
    static final int BYTES = 32;

    private final MessageDigest digest;
    private final GrowingBytes head = new GrowingBytes(32);
    private byte[] last = new byte[BYTES];
    private long deliveries;
    private boolean added;

    DeliveryChain() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
        digest.update(last);
    }

    void add(int link, long sequence, StoredMessage message) {
        int length = message.to() - message.from();
        head.clear();
        head.number(link);
        head.number(sequence);
        head.number(length);
        digest.update(head.array(), 0, head.length());
        digest.update(message.bytes(), message.from(), length);
        deliveries++;
        added = true;
    }

    /** The hash over all so far; what is added from now on goes into the next one. */
    byte[] seal() {
        last = digest.digest();
        digest.update(last);
        added = false;
        return last.clone();
    }

    /** The hash over all so far, whether or not one was added since the last one. */
    byte[] current() {
        return added ? seal() : last.clone();
    }

    /** How many deliveries have been added. */
    long deliveries() {
        return deliveries;
    }
}
