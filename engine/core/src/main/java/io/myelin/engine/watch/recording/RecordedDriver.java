package io.myelin.engine.watch.recording;

import io.myelin.engine.run.DeterministicRun;
import io.myelin.engine.run.RunState;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Drives a recorded run: one step after the other while anything is ready, at the pace of the real clock. Between two
 * steps, and only there, time moves on and what came from outside is let in, each noted with the number of the step.
 */
final class RecordedDriver implements Runnable {
    /** How much time may pass before that is noted even if nothing is due. */
    private static final long TICK_NANOS = 1_000_000;

    /** How long what is noted may wait before it is brought on its way into the file. */
    private static final long SEAL_NANOS = 1_000_000_000;

    private final DeterministicRun run;
    private final Journal journal;
    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private final long origin = System.nanoTime();
    private long time;
    private long sealed;
    private boolean rested;

    RecordedDriver(DeterministicRun run, Journal journal) {
        this.run = run;
        this.journal = journal;
    }

    /** Something has come from outside. Any thread. */
    void arrived(Arrival arrival) {
        arrivals.add(arrival);
    }

    /** Drives to the end. */
    @Override
    public void run() {
        run.start();
        while (run.run().state() != RunState.ENDED) {
            Arrival arrival = arrivals.poll();
            long now = moveTime(arrival != null);
            if (arrival != null) {
                admit(arrival);
            } else if (run.step()) {
                journal.stepped();
                rested = false;
            } else if (!rested && run.isQuiet()) {
                rested = true;
                journal.event(EventKind.REST, 0, 0, "");
                run.rest();
            } else {
                await(now);
            }
        }
        journal.seal();
    }

    private void admit(Arrival arrival) {
        rested = false;
        journal.event(arrival.kind(), arrival.component(), arrival.number(), arrival.text());
        arrival.effect().run();
    }

    /** Lets time go on where something is due, is to be let in or it is long ago; what time it is. */
    private long moveTime(boolean lettingIn) {
        long now = System.nanoTime() - origin;
        if (lettingIn || now - time >= TICK_NANOS || run.nextDue() <= now) {
            time = now;
            journal.event(EventKind.TIME, 0, now, "");
            run.moveTo(now);
            if (now - sealed >= SEAL_NANOS) {
                sealed = now;
                journal.seal();
            }
        }
        return now;
    }

    /** Nothing is ready: waits for the outside, or for what is due next. */
    private void await(long now) {
        journal.seal();
        sealed = now;
        long due = run.nextDue();
        try {
            Arrival arrival = due == Long.MAX_VALUE ? arrivals.take() : arrivals.poll(due - now, TimeUnit.NANOSECONDS);
            if (arrival != null) {
                moveTime(true);
                admit(arrival);
            }
        } catch (InterruptedException interruption) {
            // Nobody interrupts the driver but a component's own code; it has other ways to end.
            rested = false;
        }
    }
}
