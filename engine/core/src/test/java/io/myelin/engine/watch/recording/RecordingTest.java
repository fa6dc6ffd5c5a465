package io.myelin.engine.watch.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.myelin.engine.plan.RunPlan;
import io.myelin.engine.run.RunNotice;
import io.myelin.engine.run.RunOutcome;
import io.myelin.engine.watch.recording.ReplayResult.Reached;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recorded run and its replay. */
class RecordingTest {
    @TempDir
    private Path folder;

    private RecordingBench bench;

    @BeforeEach
    void makeBench() {
        bench = new RecordingBench(folder);
    }

    private void sameAgain(RecordingBench.Running recorded) throws Exception {
        RecordingBench.Replayed replayed = bench.replay();

        assertThat(replayed.result().difference()).isEmpty();
        assertThat(replayed.result().flaw()).isEmpty();
        assertThat(replayed.result().reached()).isEqualTo(Reached.END);
        assertThat(replayed.printed()).isEqualTo(recorded.console().printed);
        assertThat(replayed.said()).isEqualTo(recorded.run().notices());
        assertThat(replayed.result().counters().links())
                .isEqualTo(recorded.run().snapshot().links());
        assertThat(bench.notices()).isEmpty();
    }

    @Test
    void aReplayNeedsNothingOfTheOutsideNotEvenTheFilesThatWereRead() throws Exception {
        Path file = Files.writeString(folder.resolve("in.txt"), "one\\ntwo\\nthree\\n".replace("\\n", "\n"));
        RecordingBench.Running run = bench.given("input", "in.txt").start("""
                {"format": "myelin-graph/1",
                 "parameters": {"input": {"type": "path"}},
                 "components": {
                   "read": {"type": "test.lines", "settings": {"path": "${input}"}},
                   "relay": {"type": "test.relay"},
                   "print": {"type": "test.print"}},
                 "links": [{"from": "read.outbox", "to": "relay.inbox"}, {"from": "relay.outbox", "to": "print.inbox"}]}
                """);
        assertThat(run.end().ending()).isEqualTo(RunOutcome.Ending.FINISHED);
        assertThat(run.console().printed).containsExactly("one", "two", "three");
        assertThat(run.run().notices()).containsExactly(new RunNotice("print", "That was all."));
        Files.delete(file);

        sameAgain(run);
    }

    @Test
    void whatThreadsOfTheOutsideSendAtRandomTimesComesAtTheSameStepsAgain() throws Exception {
        RecordingBench.Running run = bench.start("""
                {"format": "myelin-graph/1",
                 "components": {
                   "a": {"type": "test.feed", "settings": {"count": 200}},
                   "b": {"type": "test.feed", "settings": {"count": 200}},
                   "tick": {"type": "test.tick", "settings": {"count": 30}},
                   "split": {"type": "test.split"},
                   "ask": {"type": "test.answer", "inboxes": {"inbox": {"capacity": 2}}},
                   "print": {"type": "test.print"}},
                 "links": [
                   {"from": "a.outbox", "to": "split.inbox"},
                   {"from": "b.outbox", "to": "split.inbox"},
                   {"from": "tick.outbox", "to": "split.inbox"},
                   {"from": "split.outbox", "to": "print.inbox"},
                   {"from": "split.even", "to": "ask.inbox"},
                   {"from": "ask.outbox", "to": "print.inbox"}]}
                """);
        assertThat(run.end().ending()).isEqualTo(RunOutcome.Ending.FINISHED);
        assertThat(run.console().printed).hasSize(430 / 2 + 430);

        sameAgain(run);
    }

    @Test
    void aComponentThatWaitsOutsideHoldsNobodyUpAndComesBackAtTheSameStep() throws Exception {
        RecordingBench.Running run = bench.start("""
                {"format": "myelin-graph/1",
                 "components": {
                   "count": {"type": "test.count", "settings": {"count": 12}},
                   "slow": {"type": "test.slow"},
                   "also": {"type": "test.slow", "execution": "thread"},
                   "tick": {"type": "test.tick", "settings": {"count": 20}},
                   "print": {"type": "test.print", "execution": "tasklet"}},
                 "links": [
                   {"from": "count.outbox", "to": "slow.inbox"},
                   {"from": "count.outbox", "to": "also.inbox"},
                   {"from": "slow.outbox", "to": "print.inbox"},
                   {"from": "also.outbox", "to": "print.inbox"},
                   {"from": "tick.outbox", "to": "print.inbox"}]}
                """);
        assertThat(run.end().ending()).isEqualTo(RunOutcome.Ending.FINISHED);
        assertThat(run.console().printed).hasSize(44);

        sameAgain(run);
    }

    @Test
    void failuresAndRestartsOutsideAndInsideHappenAgain() throws Exception {
        RecordingBench.Running run = bench.start("""
                {"format": "myelin-graph/1",
                 "components": {
                   "count": {"type": "test.count", "settings": {"count": 100}},
                   "flaky": {"type": "test.flaky",
                     "onError": {"policy": "restart", "retries": 9, "backoff": "1ms"}},
                   "broken": {"type": "test.broken", "settings": {"text": "%s"},
                     "onError": {"policy": "restart", "retries": 9, "backoff": "1ms"}},
                   "print": {"type": "test.print"},
                   "errors": {"type": "test.print"}},
                 "links": [
                   {"from": "count.outbox", "to": "flaky.inbox"},
                   {"from": "flaky.outbox", "to": "broken.inbox"},
                   {"from": "broken.outbox", "to": "print.inbox"},
                   {"from": "broken.errors", "to": "errors.inbox"}]}
                """.formatted(folder));
        RunOutcome outcome = run.end();
        assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.FINISHED);
        assertThat(outcome.failures())
                .extracting(failure -> failure.message())
                .contains("tired after 40", "no connection at first", "connection reset at 5");
        assertThat(run.console().printed).hasSize(100);

        sameAgain(run);
        assertThat(bench.replay().result().outcome().orElseThrow().failures())
                .extracting(failure -> failure.path() + failure.message() + failure.item())
                .isEqualTo(outcome.failures().stream()
                        .map(failure -> failure.path() + failure.message() + failure.item())
                        .toList());
    }

    @Test
    void aRunThatIsPausedResumedAndStoppedIsReplayedToItsEnd() throws Exception {
        RecordingBench.Running run = bench.start("""
                {"format": "myelin-graph/1",
                 "components": {
                   "tick": {"type": "test.tick", "settings": {"count": 1000000}},
                   "slow": {"type": "test.slow"},
                   "print": {"type": "test.print"}},
                 "links": [
                   {"from": "tick.outbox", "to": "slow.inbox"},
                   {"from": "slow.outbox", "to": "print.inbox"}]}
                """);
        awaitPrinted(run, 3);
        run.run().pause();
        run.run().resume();
        awaitPrinted(run, 6);
        run.run().stop();
        assertThat(run.end().ending()).isEqualTo(RunOutcome.Ending.STOPPED);

        sameAgain(run);
    }

    @Test
    void aRunInSlowMotionIsReplayedAtTheSameBeats() throws Exception {
        RecordingBench.Running run = bench.start("""
                {"format": "myelin-graph/1",
                 "components": {
                   "tick": {"type": "test.tick", "settings": {"count": 1000000}},
                   "pass": {"type": "test.pass"},
                   "print": {"type": "test.print"}},
                 "links": [
                   {"from": "tick.outbox", "to": "pass.inbox"},
                   {"from": "pass.outbox", "to": "print.inbox"}]}
                """);
        awaitPrinted(run, 2);
        run.run().slowMotion(Duration.ofMillis(3));
        awaitPrinted(run, 6);
        run.run().slowMotion(Duration.ZERO);
        awaitPrinted(run, 8);
        run.run().stop();
        assertThat(run.end().ending()).isEqualTo(RunOutcome.Ending.STOPPED);

        sameAgain(run);
    }

    @Test
    void whereTheGraphIsChangedTheRecordingEndsAndTheRunGoesOn() throws Exception {
        RecordingBench.Running run = bench.start("""
                {"format": "myelin-graph/1",
                 "components": {
                   "tick": {"type": "test.tick", "settings": {"count": 1000000}},
                   "pass": {"type": "test.pass"},
                   "print": {"type": "test.print"}},
                 "links": [
                   {"from": "tick.outbox", "to": "pass.inbox"},
                   {"from": "pass.outbox", "to": "print.inbox"}]}
                """);
        awaitPrinted(run, 3);
        RunPlan shorter = new RunPlan(
                "",
                run.plan().folder(),
                run.plan().components(),
                run.plan().links().subList(0, 1));
        run.run().apply(shorter).toCompletableFuture().get(RecordingBench.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        run.run().stop();
        run.end();
        assertThat(bench.notices()).singleElement().asString().contains("the graph was changed while it ran");

        ReplayResult result = bench.replay().result();
        assertThat(result.difference()).isEmpty();
        assertThat(result.reached()).isEqualTo(Reached.CUT_OFF);
        assertThat(result.flaw()).hasValueSatisfying(why -> assertThat(why).contains("was changed"));
        assertThat(result.same()).isGreaterThanOrEqualTo(6);
    }

    private static void awaitPrinted(RecordingBench.Running run, int lines) {
        long end = System.nanoTime() + RecordingBench.PATIENCE.toNanos();
        while (run.console().printed.size() < lines) {
            assertThat(System.nanoTime()).as("waited in vain for lines").isLessThan(end);
            Thread.yield();
        }
    }

    @Test
    void aComponentThatIsNotTheSameEachTimeIsFoundAndNamedWithItsFirstDelivery() throws Exception {
        RecordingBench.Running run = bench.start(unsteady());
        run.end();

        Difference difference = bench.replay().result().difference().orElseThrow();
        assertThat(difference.where()).isEqualTo("unsteady.outbox -> print.inbox");
        assertThat(difference.sequence()).isEqualTo(30);
        assertThat(difference.recorded()).isEqualTo(run.console().printed.get(29));
        assertThat(difference.got()).isNotEqualTo(difference.recorded());
        assertThat(bench.replay().result().reached()).isEqualTo(Reached.DIFFERENCE);
    }

    private static String unsteady() {
        return """
                {"format": "myelin-graph/1",
                 "components": {
                   "count": {"type": "test.count", "settings": {"count": 100}},
                   "unsteady": {"type": "test.unsteady"},
                   "print": {"type": "test.print"}},
                 "links": [
                   {"from": "count.outbox", "to": "unsteady.inbox"},
                   {"from": "unsteady.outbox", "to": "print.inbox"}]}
                """;
    }

    private static String counting(long count) {
        return """
                {"format": "myelin-graph/1",
                 "components": {
                   "count": {"type": "test.count", "settings": {"count": %d}},
                   "split": {"type": "test.split"},
                   "print": {"type": "test.print"}},
                 "links": [
                   {"from": "count.outbox", "to": "split.inbox"},
                   {"from": "split.outbox", "to": "print.inbox"}]}
                """.formatted(count);
    }

    @Test
    void aReplayStopsAtADeliveryAStepOrATime() throws Exception {
        bench.start(counting(5000)).end();
        long steps = bench.replay().result().steps();

        ReplayResult atDelivery = replayUntil(new ReplayLimits.Until.Delivered("split.outbox->print.inbox", 1000));
        assertThat(atDelivery.reached()).isEqualTo(Reached.LIMIT);
        assertThat(atDelivery.deliveries()).containsEntry("split.outbox -> print.inbox", 1000L);
        assertThat(replayUntil(new ReplayLimits.Until.Step(steps / 2)).steps()).isEqualTo(steps / 2);
        assertThat(replayUntil(new ReplayLimits.Until.Time(Duration.ZERO)).time())
                .isZero();
        assertThatThrownBy(() -> replayUntil(new ReplayLimits.Until.Delivered("nowhere.inbox", 1)))
                .hasMessageContaining("there is no link \"nowhere.inbox\"")
                .hasMessageContaining("count.outbox -> split.inbox");
    }

    private ReplayResult replayUntil(ReplayLimits.Until until) throws Exception {
        return bench.replay(new ReplayLimits(OptionalDouble.empty(), until)).result();
    }

    @Test
    void aRecordingThatIsCutOffAnywhereIsReplayedAsFarAsItIsWhole() throws Exception {
        bench.start(counting(60_000)).end();
        byte[] whole = Files.readAllBytes(bench.file());
        long all = bench.replay().result().same();
        long before = -1;
        for (int part = 1; part <= 10; part++) {
            Files.write(bench.file(), Arrays.copyOf(whole, whole.length * part / 11));
            ReplayResult result = bench.replay().result();
            assertThat(result.difference()).isEmpty();
            assertThat(result.reached()).isEqualTo(Reached.CUT_OFF);
            assertThat(result.exitStatus()).isEmpty();
            assertThat(result.flaw().orElseThrow()).startsWith("it is cut off at byte ");
            assertThat(result.same()).isBetween(before, all);
            before = result.same();
        }
        assertThat(before).isPositive();
    }

    @Test
    void aRecordingThatIsDamagedIsSaidToBeAndNeverReplayedWrongly() throws Exception {
        bench.start(counting(3_000)).end();
        byte[] whole = Files.readAllBytes(bench.file());
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 40; i++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(bench.file(), damaged);
            try {
                ReplayResult result = bench.replay().result();
                assertThat(result.difference()).isEmpty();
                assertThat(result.flaw()).isPresent();
            } catch (IOException refused) {
                assertThat(refused.getMessage()).startsWith(bench.file().toString());
            }
        }
    }

    @Test
    void aFileThatIsNoRecordingOrOneOfAnotherVersionIsRefusedWithAReason() throws Exception {
        Files.writeString(bench.file(), "{\"format\": \"myelin-graph/1\"}\n");
        assertThatThrownBy(() -> RecordingFile.open(bench.file())).hasMessageContaining("is no recording");
        assertThatThrownBy(() -> bench.start(counting(1)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is there already and is no recording");
        assertThat(bench.file()).hasContent("{\"format\": \"myelin-graph/1\"}\n");

        Files.writeString(bench.file(), "myelin-recording/9\n");
        assertThatThrownBy(() -> RecordingFile.open(bench.file()))
                .hasMessageContaining("is a recording of format 9; this version reads format 1 only");
        Files.delete(bench.file());
        assertThatThrownBy(() -> RecordingFile.open(bench.file())).hasMessageContaining("there is no file");
    }

    @Test
    void atItsLimitARecordingEndsTheRunGoesOnAndWhatThereIsCanBeReplayed() throws Exception {
        RecordingBench.Running run =
                bench.limit(RecordingOptions.Mode.WHOLE, 1 << 20).start(counting(400_000));
        assertThat(run.end().ending()).isEqualTo(RunOutcome.Ending.FINISHED);
        assertThat(run.console().printed).hasSize(200_000);
        assertThat(bench.notices()).singleElement().asString().contains("has come to its limit of 1048576 bytes");
        assertThat(Files.size(bench.file())).isLessThanOrEqualTo(1 << 20);

        ReplayResult result = bench.replay().result();
        assertThat(result.difference()).isEmpty();
        assertThat(result.reached()).isEqualTo(Reached.CUT_OFF);
        assertThat(result.same()).isPositive();
    }

    @Test
    void aRingKeepsTheNewestWhichCanBeListedAndNotReplayedOnceItsBeginningIsGone() throws Exception {
        bench.limit(RecordingOptions.Mode.RING, 1 << 20)
                .start(counting(400_000))
                .end();
        assertThat(Files.size(bench.file())).isLessThanOrEqualTo(1 << 20);
        assertThatThrownBy(() -> bench.replay())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("its beginning has been given up")
                .hasMessageContaining("can be listed");

        List<RecordingFile.Listed> listed = new ArrayList<>();
        assertThat(RecordingFile.open(bench.file()).list(listed::add)).isEmpty();
        assertThat(listed.getLast().message()).isEqualTo("{\"number\":399999,\"of\":399999}");
        assertThat(listed.getLast().sequence()).isEqualTo(200_000);
    }

    @Test
    void aRingThatStillHasItsBeginningIsReplayedLikeAnyOther() throws Exception {
        sameAgain(ended(bench.limit(RecordingOptions.Mode.RING, 1 << 20).start(counting(100))));
    }

    private static RecordingBench.Running ended(RecordingBench.Running run) throws InterruptedException {
        run.end();
        return run;
    }

    @Test
    void aSecretIsNowhereInARecordingAndAReplayDoesNotNeedIt() throws Exception {
        RecordingBench.Running run = bench.secret("TOKEN", "open-sesame").start("""
                {"format": "myelin-graph/1",
                 "components": {
                   "secretive": {"type": "test.secretive", "settings": {"text": "${secret:TOKEN}"}},
                   "pass": {"type": "test.pass"},
                   "print": {"type": "test.print"}},
                 "links": [
                   {"from": "secretive.outbox", "to": "pass.inbox"},
                   {"from": "pass.outbox", "to": "print.inbox"}]}
                """);
        run.end();
        assertThat(run.console().printed).containsExactly("{\"token\":\"Bearer open-sesame\"}");

        RecordingBench.Replayed replayed = bench.replay();
        assertThat(replayed.result().difference()).isEmpty();
        assertThat(replayed.printed()).containsExactly("{\"token\":\"Bearer ***\"}");
        try (BlockReader blocks = BlockReader.open(bench.file())) {
            StringBuilder all = new StringBuilder(new String(blocks.head(), StandardCharsets.ISO_8859_1));
            for (Optional<byte[]> block = blocks.next(); block.isPresent(); block = blocks.next()) {
                all.append(new String(block.get(), StandardCharsets.ISO_8859_1));
            }
            assertThat(all).contains("Bearer").doesNotContain("open-sesame");
        }
    }
}
