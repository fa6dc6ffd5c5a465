package io.myelin.bench.pipe;

import io.myelin.bench.load.Load;
import io.myelin.bench.load.Parcel;
import io.myelin.bench.load.Receipt;
import io.myelin.bench.load.Round;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Texts to a child JVM and back again: written by the thread that runs the round, read by another. */
public final class PipeLoad implements Load {
    private final Round round;
    private final long messages;
    private final int messagesAFlush;
    private final Process child;
    private final FrameWriter out;
    private final String[] parcels;

    private PipeLoad(long messages, int messagesAFlush) {
        this.round = Round.to(1, messages);
        this.messages = messages;
        this.messagesAFlush = messagesAFlush;
        this.parcels = new String[1024];
        for (int i = 0; i < parcels.length; i++) {
            parcels[i] = Parcel.of(i);
        }
        try {
            child = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            EchoProgram.class.getName(),
                            messagesAFlush == 1 ? EchoProgram.ONE_BY_ONE : "")
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        out = new FrameWriter(child.getOutputStream());
        Receipt receipt = round.ordered(messages);
        Thread.ofPlatform().daemon().name("pipe-reader").start(() -> read(receipt));
    }

    /** In frames as full as they get. */
    public static PipeLoad batched(long messages) {
        return new PipeLoad(messages, Integer.MAX_VALUE);
    }

    /** Each message in a frame of its own, there and back. */
    public static PipeLoad oneByOne(long messages) {
        return new PipeLoad(messages, 1);
    }

    private void read(Receipt receipt) {
        try {
            FrameReader in = new FrameReader(child.getInputStream());
            while (in.next()) {
                while (in.hasText()) {
                    receipt.take(Parcel.open(in.text()));
                }
            }
        } catch (IOException closed) {
            // The load was closed; a round that misses something says so itself.
        }
    }

    @Override
    public void run() throws InterruptedException {
        try {
            int unflushed = 0;
            for (long number = 0; number < messages; number++) {
                out.add(parcels[(int) number & parcels.length - 1]);
                if (++unflushed == messagesAFlush) {
                    unflushed = 0;
                    out.flush();
                }
            }
            out.flush();
        } catch (IOException broken) {
            throw new UncheckedIOException("the child is gone", broken);
        }
        round.await();
    }

    @Override
    public void close() {
        child.destroy();
    }
}
