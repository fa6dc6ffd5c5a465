package io.myelin.palette.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.myelin.palette.Bench;
import io.myelin.palette.flow.Discard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class OwnThreadTest {
    private final List<String> done = Collections.synchronizedList(new ArrayList<>());

    private static Bench bench() throws Exception {
        return Bench.of(Discard.class, "{}").start();
    }

    @Test
    void does_the_work_elsewhere_and_goes_on_in_a_callback() throws Exception {
        Bench bench = bench();
        try (OwnThread thread = new OwnThread(bench)) {
            Thread here = Thread.currentThread();
            thread.lend(
                    () -> done.add("work here: " + (Thread.currentThread() == here)),
                    () -> done.add("next here: " + (Thread.currentThread() == here)));
            bench.await(() -> done.size() == 2);
            assertThat(done).containsExactly("work here: false", "next here: true");
        }
    }

    @Test
    void what_the_work_fails_with_is_the_callback_s_failure() throws Exception {
        Bench bench = bench();
        try (OwnThread thread = new OwnThread(bench)) {
            thread.lend(
                    () -> {
                        throw new IllegalStateException("torn");
                    },
                    () -> done.add("next"));
            assertThatThrownBy(() -> bench.await(() -> false)).hasMessage("torn");
            assertThat(done).isEmpty();
        }
    }

    @Test
    void work_that_ends_after_the_close_has_no_consequences() throws Exception {
        Bench bench = bench();
        CountDownLatch begun = new CountDownLatch(1);
        OwnThread thread = new OwnThread(bench);
        thread.lend(
                () -> {
                    begun.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException _) {
                        throw new IllegalStateException("interrupted");
                    }
                },
                () -> done.add("next"));
        begun.await();
        thread.close();
        bench.await(() -> bench.callbacksAskedFor() == 1).advance(Duration.ofSeconds(1));
        assertThat(done).isEmpty();
    }
}
