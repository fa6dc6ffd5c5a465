package io.myelin.bench.thread;

import io.myelin.bench.load.Cargo;
import io.myelin.bench.load.Load;
import io.myelin.bench.load.Receipt;
import io.myelin.bench.load.Round;
import java.util.function.Supplier;

/** The measured shapes made of virtual threads, joined by one kind of pipe. */
public final class ThreadLoads {
    private final Supplier<Pipe> pipes;

    private ThreadLoads(Supplier<Pipe> pipes) {
        this.pipes = pipes;
    }

    /** Joined by {@code ArrayBlockingQueue}. */
    public static ThreadLoads queues() {
        return new ThreadLoads(Pipe::queue);
    }

    /** Joined by single-producer rings. */
    public static ThreadLoads rings() {
        return new ThreadLoads(Pipe::ring);
    }

    /** {@code hops} pipes in a row. */
    public Load row(int hops, long messages) {
        return rows(1, hops, messages);
    }

    /** Many rows side by side. */
    public Load rows(int rows, int hops, long messages) {
        Round round = Round.to(rows, messages);
        ThreadLoad load = ThreadLoad.virtual(round);
        for (int row = 0; row < rows; row++) {
            Pipe first = pipes.get();
            load.eachRound(() -> feed(first, messages));
            Pipe last = first;
            for (int hop = 1; hop < hops; hop++) {
                Pipe next = pipes.get();
                pass(load, last, next);
                last = next;
            }
            take(load, last, round.ordered(messages));
        }
        return load;
    }

    /** Feeds that share one pipe; it must be one for several producers. */
    public Load fanIn(int feeds, long messagesEach) {
        Round round = Round.from(feeds, messagesEach);
        ThreadLoad load = ThreadLoad.virtual(round);
        Pipe shared = pipes.get();
        for (int i = 0; i < feeds; i++) {
            load.eachRound(() -> feed(shared, messagesEach));
        }
        take(load, shared, round.mixed(feeds * messagesEach));
        return load;
    }

    /** One feed that puts each message into several pipes. */
    public Load fanOut(int takers, long messages) {
        Round round = Round.to(takers, messages);
        ThreadLoad load = ThreadLoad.virtual(round);
        Pipe[] to = new Pipe[takers];
        for (int i = 0; i < takers; i++) {
            to[i] = pipes.get();
            take(load, to[i], round.ordered(messages));
        }
        return load.eachRound(() -> {
            for (long number = 0; number < messages; number++) {
                Object message = Cargo.message(number);
                for (Pipe pipe : to) {
                    pipe.put(message);
                }
            }
        });
    }

    /** A ring in which one token goes {@code laps} times from the head to the head. */
    public Load oneToken(int size, long laps) {
        return ring(size, 1, laps);
    }

    /** A ring in which each thread begins with a token, and each token goes {@code hops} hops. */
    public Load manyTokens(int size, long hops) {
        return ring(size, size, hops);
    }

    private Load ring(int size, int heads, long keeps) {
        Round round = Round.of(heads);
        ThreadLoad load = ThreadLoad.virtual(round);
        Pipe first = pipes.get();
        Pipe in = first;
        for (int i = 0; i < size; i++) {
            Pipe from = in;
            Pipe to = i == size - 1 ? first : pipes.get();
            if (i < heads) {
                load.eachRound(() -> lead(from, to, keeps, round));
            } else {
                pass(load, from, to);
            }
            in = to;
        }
        return load;
    }

    private static void lead(Pipe in, Pipe out, long keeps, Round round) throws InterruptedException {
        out.put(Cargo.message(0));
        for (long received = 1; received < keeps; received++) {
            out.put(in.take());
        }
        in.take();
        round.done();
    }

    private static void feed(Pipe to, long messages) throws InterruptedException {
        for (long number = 0; number < messages; number++) {
            to.put(Cargo.message(number));
        }
    }

    private static void pass(ThreadLoad load, Pipe in, Pipe out) {
        load.start(() -> {
            while (true) {
                out.put(in.take());
            }
        });
    }

    private static void take(ThreadLoad load, Pipe in, Receipt receipt) {
        load.start(() -> {
            while (true) {
                receipt.take(in.take());
            }
        });
    }
}
