package io.myelin.bench.thread;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** What joins two threads, or several: bounded, both sides wait. */
interface Pipe {
    /** How much one holds, as our inboxes do. */
    int CAPACITY = 1024;

    /** Puts it in, waiting for room. */
    void put(Object message) throws InterruptedException;

    /** Takes the next, waiting for it. */
    Object take() throws InterruptedException;

    /** The JDK's bounded queue, for any number of threads on either side. */
    static Pipe queue() {
        BlockingQueue<Object> queue = new ArrayBlockingQueue<>(CAPACITY);
        return new Pipe() {
            @Override
            public void put(Object message) throws InterruptedException {
                queue.put(message);
            }

            @Override
            public Object take() throws InterruptedException {
                return queue.take();
            }
        };
    }

    /** A ring for one thread on either side. */
    static Pipe ring() {
        ParkingRing<Object> ring = new ParkingRing<>(CAPACITY);
        return new Pipe() {
            @Override
            public void put(Object message) throws InterruptedException {
                ring.put(message);
            }

            @Override
            public Object take() throws InterruptedException {
                return ring.take();
            }
        };
    }
}
