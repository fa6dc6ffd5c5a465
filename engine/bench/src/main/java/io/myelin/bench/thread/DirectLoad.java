package io.myelin.bench.thread;

import io.myelin.bench.load.Cargo;
import io.myelin.bench.load.Load;
import io.myelin.bench.load.Receipt;
import io.myelin.bench.load.Round;

/** No links at all: stages that call each other by hand, on the thread that runs the round. What fusing can reach. */
public final class DirectLoad implements Load {
    private final Round round;
    private final Stage first;
    private final long messages;

    private interface Stage {
        void accept(Object message);
    }

    /** Passes on what its function makes of it. */
    private static final class Passing implements Stage {
        private final Stage next;

        Passing(Stage next) {
            this.next = next;
        }

        @Override
        public void accept(Object message) {
            next.accept(apply(message));
        }

        private static Object apply(Object message) {
            return message;
        }
    }

    private static final class Taking implements Stage {
        private final Receipt receipt;

        Taking(Receipt receipt) {
            this.receipt = receipt;
        }

        @Override
        public void accept(Object message) {
            receipt.take(message);
        }
    }

    /** {@code hops} calls in a row. */
    public DirectLoad(int hops, long messages) {
        this.messages = messages;
        this.round = Round.to(1, messages);
        Stage stage = new Taking(round.ordered(messages));
        for (int hop = 1; hop < hops; hop++) {
            stage = new Passing(stage);
        }
        this.first = stage;
    }

    @Override
    public void run() throws InterruptedException {
        for (long number = 0; number < messages; number++) {
            first.accept(Cargo.message(number));
        }
        round.await();
    }

    @Override
    public void close() {}
}
