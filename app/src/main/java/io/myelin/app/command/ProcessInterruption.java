package io.myelin.app.command;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Hears of interruptions through a shutdown hook: the first one stops in order while the hook holds the process, which
 * then ends with the status of the signal (130 for Ctrl+C). Java lets a second signal wait for the first, so the hook
 * looks out for it itself, and ends the process at once.
 */
public final class ProcessInterruption implements Interruption {
    private static final Duration LONGEST_STOP = Duration.ofSeconds(15);
    private static final long LOOK_MILLIS = 50;

    @Override
    public Guard guard(Runnable stop) {
        HookGuard guard = new HookGuard(stop);
        guard.install();
        return guard;
    }

    private static final class HookGuard implements Guard {
        private final Runnable stop;
        private final Thread hook = new Thread(this::stopInOrder, "myelin-interruption");
        private final AtomicBoolean interrupted = new AtomicBoolean();
        private final CountDownLatch done = new CountDownLatch(1);

        HookGuard(Runnable stop) {
            this.stop = stop;
        }

        void install() {
            try {
                Runtime.getRuntime().addShutdownHook(hook);
            } catch (IllegalStateException _) {
                // The process is being ended already.
                interrupted.set(true);
                stop.run();
            }
        }

        private void stopInOrder() {
            interrupted.set(true);
            stop.run();
            try {
                long end = System.nanoTime() + LONGEST_STOP.toNanos();
                while (!done.await(LOOK_MILLIS, TimeUnit.MILLISECONDS) && System.nanoTime() < end) {
                    if (signalHandlers() > 1) {
                        Runtime.getRuntime().halt(ExitStatus.INTERRUPTED);
                    }
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }

        /** Java handles each signal on a thread named for it; all but the first wait there for the first to be done. */
        private static long signalHandlers() {
            return Thread.getAllStackTraces().keySet().stream()
                    .map(Thread::getName)
                    .filter(name -> name.startsWith("SIG") && name.endsWith(" handler"))
                    .count();
        }

        @Override
        public boolean interrupted() {
            return interrupted.get();
        }

        @Override
        public void close() {
            done.countDown();
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException _) {
                // The process is being ended, by this hook or something else: there is nothing to take back.
                return;
            }
        }
    }
}
