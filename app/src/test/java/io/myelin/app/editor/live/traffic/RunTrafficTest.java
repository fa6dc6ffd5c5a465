package io.myelin.app.editor.live.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.canvas.live.ComponentLife;
import io.myelin.app.editor.canvas.live.LiveFrame;
import io.myelin.app.editor.canvas.live.TokenBirth;
import io.myelin.app.editor.canvas.live.WireLife;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.app.editor.live.run.ConsoleBuffer;
import io.myelin.app.editor.live.run.PretendedRun;
import io.myelin.app.editor.live.run.RunSession;
import io.myelin.engine.graph.BoxReference;
import io.myelin.engine.graph.FailurePolicy;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphLayout;
import io.myelin.engine.graph.GraphLink;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.plan.PlanDifference;
import io.myelin.engine.plan.PlannedLink;
import io.myelin.engine.plan.PlannedLink.DrawnLink;
import io.myelin.engine.plan.RunPlan;
import io.myelin.engine.plan.Secrets;
import io.myelin.engine.run.ChangeReport;
import io.myelin.engine.run.ComponentFailure;
import io.myelin.engine.run.ComponentStatus;
import io.myelin.engine.run.RunOutcome.Ending;
import io.myelin.engine.run.RunSnapshot.ComponentCounts;
import io.myelin.engine.run.RunSnapshot.InboxCounts;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("The traffic of a run")
@Timeout(10)
class RunTrafficTest {
    private static final BoxReference OUT = new BoxReference("a", "outbox");
    private static final BoxReference IN = new BoxReference("b", "inbox");
    private static final LinkReference WIRE = new LinkReference(OUT, IN);
    private static final PlannedLink LINK =
            new PlannedLink("a", "outbox", "b", "inbox", List.of(new DrawnLink("", "a.outbox", "b.inbox")));

    private long now;
    private RunPlan plan = plan(List.of(LINK), List.of());
    private PretendedRun run = new PretendedRun(plan);
    private RunSession session;
    private RunTraffic traffic = traffic();

    private static RunPlan plan(List<PlannedLink> links, List<String> secrets) {
        return new RunPlan("", Path.of("/"), List.of(), links, new Secrets(secrets));
    }

    private static Graph graph(PlannedLink... links) {
        return new Graph(
                "",
                "",
                Map.of(),
                Map.of(),
                Arrays.stream(links)
                        .map(link -> new GraphLink(
                                new BoxReference(link.fromPath(), link.outbox()),
                                new BoxReference(link.toPath(), link.inbox())))
                        .toList(),
                Map.of(),
                Map.of(),
                Map.of(),
                GraphLayout.EMPTY,
                DataRecord.empty());
    }

    private RunTraffic traffic() {
        session = new RunSession(graph(LINK), plan, Map.of(), run, new ConsoleBuffer());
        now = session.startNanos();
        return new RunTraffic(session, () -> now);
    }

    private void pass(double seconds) {
        now += (long) (seconds * 1e9);
    }

    /** Lets time pass in steps of a look, with so many messages a second. */
    private void flow(double seconds, int rate) {
        int steps = (int) (seconds * 20);
        double owed = 0;
        for (int step = 0; step < steps; step++) {
            owed += rate / 20.0;
            run.deliver(LINK, (int) owed);
            owed -= (int) owed;
            pass(0.05);
            traffic.frame();
        }
    }

    private WireLife wire() {
        return traffic.frame().wires().get(WIRE);
    }

    @Test
    void countsGrowWithWhatWasDelivered() {
        run.deliver(LINK, 3);
        pass(0.1);
        assertThat(wire().count()).isEqualTo(3);
    }

    @Test
    void aSteadyRateReadsAsItIsWithinASecondOrTwo() {
        flow(2.5, 200);
        assertThat(wire().rate()).isBetween(180.0, 220.0);
    }

    @Test
    void oneMessageASecondReadsAsThat() {
        flow(8, 1);
        assertThat(wire().rate()).isBetween(0.7, 1.3);
    }

    @Test
    void theRateFallsToNothingWhenNothingMoves() {
        flow(3, 100);
        pass(1);
        traffic.frame();
        for (int look = 0; look < 140; look++) {
            pass(0.05);
            traffic.frame();
        }
        assertThat(wire().rate()).isZero();
    }

    @Test
    void aBurstHasNoRateASecondAfterIt() {
        run.deliver(LINK, 400);
        pass(0.1);
        assertThat(wire().rate()).isGreaterThan(100);
        for (int look = 0; look < 22; look++) {
            pass(0.05);
            traffic.frame();
        }
        assertThat(wire().rate()).isZero();
    }

    @Test
    void nothingNewGivesTheSameFigures() {
        flow(1, 10);
        for (int look = 0; look < 200; look++) {
            pass(0.05);
            traffic.frame();
        }
        LiveFrame before = traffic.frame();
        pass(0.1);
        assertThat(traffic.frame()).isSameAs(before);
    }

    @Test
    void eachMessageOfASlowWireIsATokenOnce() {
        run.deliver(LINK, (Object) "hello\nworld");
        List<TokenBirth> births = traffic.births();
        assertThat(births).singleElement().satisfies(birth -> {
            assertThat(birth.link()).isEqualTo(WIRE);
            assertThat(birth.sequence()).isEqualTo(1);
            assertThat(birth.preview()).isEqualTo("hello⏎world");
        });
        assertThat(traffic.births()).isEmpty();
    }

    @Test
    void aFastWireIsListenedToNowAndThenOnly() {
        flow(0.5, 100_000);
        assertThat(run.listeners(LINK)).isZero();
        int listening = 0;
        for (int look = 0; look < 100; look++) {
            listening += run.listeners(LINK);
            flow(0.05, 100_000);
        }
        assertThat(listening).isBetween(5, 40);
        assertThat(traffic.births()).isEmpty();
        assertThat(traffic.messages(WIRE).every()).isFalse();
        assertThat(traffic.messages(WIRE).deliveries()).isNotEmpty();
    }

    @Test
    void aFastWireThatPeopleLookAtGivesMoreSamples() {
        flow(1, 10_000);
        long before = last();
        traffic.watch(Optional.of(WIRE));
        flow(0.4, 10_000);
        assertThat(last()).isGreaterThan(before);
    }

    private long last() {
        return traffic.messages(WIRE).deliveries().getLast().sequence();
    }

    @Test
    void aWireThatSlowsDownIsHeardWholeAgain() {
        flow(2, 5_000);
        flow(6, 2);
        assertThat(run.listeners(LINK)).isEqualTo(1);
        run.deliver(LINK, (Object) "after");
        pass(0.1);
        assertThat(traffic.births()).extracting(TokenBirth::preview).contains("after");
    }

    @Test
    void severalHundredMessagesAreKeptAndSaidToBeAll() {
        flow(20, 20);
        LinkMessages messages = traffic.messages(WIRE);
        assertThat(messages.deliveries()).hasSize(400);
        assertThat(messages.every()).isTrue();
    }

    @Test
    void hugeMessagesAreNotAllKept() {
        for (int message = 0; message < 40; message++) {
            run.deliver(LINK, (Object) "x".repeat(1_000_000));
        }
        assertThat(traffic.messages(WIRE).deliveries()).hasSizeBetween(1, 5);
    }

    @Test
    void afterTheEndTheLastFiguresStayAndNobodyListens() {
        flow(1, 20);
        run.end(Ending.FINISHED);
        pass(0.1);
        LiveFrame end = traffic.frame();
        assertThat(end.ended()).isTrue();
        assertThat(end.wires().get(WIRE).count()).isEqualTo(20);
        assertThat(end.wires().get(WIRE).rate()).isZero();
        assertThat(run.listeners(LINK)).isZero();
        assertThat(traffic.messages(WIRE).deliveries()).hasSize(20);
    }

    @Test
    void aWireThatWasTakenOutHasNoFigures() {
        flow(1, 20);
        traffic.forget(WIRE);
        assertThat(traffic.frame().wires()).isEmpty();
        pass(1);
        assertThat(traffic.frame().wires()).isEmpty();
        assertThat(traffic.messages(WIRE)).isEqualTo(LinkMessages.NONE);
    }

    @Test
    void aWireThatIsBackHasWhatTheRunKnowsOfItAlsoAfterTheEnd() {
        flow(1, 20);
        run.end(Ending.FINISHED);
        pass(1);
        traffic.frame();
        traffic.forget(WIRE);
        traffic.recall(WIRE);
        assertThat(wire().count()).isEqualTo(20);
        assertThat(traffic.messages(WIRE).deliveries()).hasSize(20);
    }

    private static final PlannedLink OTHER =
            new PlannedLink("a", "outbox", "c", "inbox", List.of(new DrawnLink("", "a.outbox", "c.inbox")));
    private static final LinkReference OTHER_WIRE = new LinkReference(OUT, new BoxReference("c", "inbox"));

    /** Applies {@code links} to the run, drawn as they are planned. */
    private void change(PlannedLink... links) {
        RunPlan before = session.plan();
        RunPlan after = plan(List.of(links), List.of());
        run.apply(after);
        session.follow(graph(links), after);
        traffic.follow(PlanDifference.between(before, after));
    }

    @Test
    void aWireThatStaysKeepsItsFiguresWhenOthersCome() {
        flow(2, 20);
        change(OTHER, LINK);
        run.deliver(OTHER, 3);
        pass(0.1);
        assertThat(wire().count()).isEqualTo(40);
        assertThat(wire().rate()).isBetween(15.0, 25.0);
        assertThat(traffic.frame().wires().get(OTHER_WIRE).count()).isEqualTo(3);
        assertThat(traffic.messages(WIRE).deliveries()).hasSize(40);
        assertThat(traffic.messages(OTHER_WIRE).deliveries()).hasSize(3);
        assertThat(traffic.births()).extracting(TokenBirth::link).contains(OTHER_WIRE);
    }

    @Test
    void theMessagesOfAWireDrawnWhileARecordedRunIsHeldAreListedWhenThatGoesOn() {
        run.hold(true);
        change(OTHER, LINK);
        pass(0.1);
        traffic.frame();
        run.hold(false);
        pass(0.1);
        traffic.frame();
        run.deliver(OTHER, 3);
        assertThat(traffic.messages(OTHER_WIRE).deliveries()).hasSize(3);
    }

    @Test
    void whileARunIsHeldAWireThatItDoesNotHaveYetIsAskedForOnlyOnce() {
        run.hold(true);
        change(OTHER, LINK);
        look(2);
        assertThat(run.vainTaps()).isEqualTo(1);
    }

    @Test
    void aWireThatCannotBeListenedToIsAskedForEveryHalfSecondAtTheMost() {
        run.hold(true);
        traffic = traffic();
        look(2);
        assertThat(run.vainTaps()).isBetween(3, 5);
        run.hold(false);
        look(0.6);
        run.deliver(LINK, 3);
        assertThat(traffic.messages(WIRE).deliveries()).hasSize(3);
    }

    private void look(double seconds) {
        for (int step = 0; step < seconds * 20; step++) {
            pass(0.05);
            traffic.frame();
        }
    }

    @Test
    void nobodyListensToAWireThatIsGone() {
        change(OTHER);
        assertThat(run.listeners(LINK)).isZero();
        assertThat(run.listeners(OTHER)).isEqualTo(1);
        assertThat(traffic.frame().wires()).containsOnlyKeys(OTHER_WIRE);
    }

    @Test
    void aWireThatIsMadeAgainBeginsWithoutFigures() {
        flow(1, 20);
        traffic.forget(WIRE);
        change();
        change(LINK);
        run.deliver(LINK, 2);
        pass(0.1);
        assertThat(wire().count()).isEqualTo(2);
        assertThat(traffic.messages(WIRE).deliveries()).hasSize(2);
    }

    @Test
    void aWireThatWasTakenOutAndPutBackBeforeTheRunFollowedHasItsFigures() {
        flow(1, 20);
        traffic.forget(WIRE);
        traffic.remember();
        assertThat(wire().count()).isEqualTo(20);
    }

    @Test
    void aWireIsToldFromOthersWhateverTheOrderInWhichTheRunListsThem() {
        change(OTHER, LINK);
        run.deliver(LINK, 5);
        run.deliver(OTHER, 7);
        pass(0.1);
        assertThat(run.snapshot().links().getFirst().link()).isEqualTo(LINK);
        assertThat(wire().count()).isEqualTo(5);
        assertThat(traffic.frame().wires().get(OTHER_WIRE).count()).isEqualTo(7);
    }

    @Test
    void whatAChangeRestartedIsShownForSomeSeconds() {
        traffic.show(new ChangeReport(
                List.of("b/inner"),
                List.of(),
                List.of(),
                List.of("a"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of()));
        assertThat(traffic.frame().touched()).containsOnly(Map.entry("a", "restarted"), Map.entry("b", "added"));
        pass(3);
        assertThat(traffic.frame().touched()).containsKey("a");
        pass(2);
        assertThat(traffic.frame().touched()).isEmpty();
    }

    @Test
    void anUnknownWireHasNoMessages() {
        LinkReference other = new LinkReference(OUT, new BoxReference("c", "inbox"));
        assertThat(traffic.messages(other)).isEqualTo(LinkMessages.NONE);
    }

    @Test
    void secretsDoNotShowInTokens() {
        plan = plan(List.of(LINK), List.of("hunter2"));
        run = new PretendedRun(plan);
        traffic = traffic();
        run.deliver(LINK, (Object) DataRecord.of("password", "hunter2"));
        assertThat(traffic.births()).extracting(TokenBirth::preview).containsExactly("{\"password\":\"***\"}");
    }

    @Test
    void aWireIntoASubgraphCountsWhatGoesInside() {
        PlannedLink inside = new PlannedLink(
                "a",
                "outbox",
                "b/first",
                "inbox",
                List.of(new DrawnLink("", "a.outbox", "b.inbox"), new DrawnLink("b", "self.inbox", "first.inbox")));
        plan = plan(List.of(inside), List.of());
        run = new PretendedRun(plan);
        traffic = traffic();
        run.count("b/first", counts(ComponentStatus.WORKING, Map.of("inbox", new InboxCounts(7, 16, 9, 0, 0))));
        run.deliver(inside, 4);
        pass(0.1);
        assertThat(wire().count()).isEqualTo(4);
        assertThat(traffic.frame().inboxes().get(IN).depth()).isEqualTo(7);
    }

    private static ComponentCounts counts(ComponentStatus status, Map<String, InboxCounts> inboxes) {
        return new ComponentCounts(status, 0, 0, 0, 0, 0, 0, 0, inboxes, 0, -1, Optional.empty());
    }

    @Test
    void aComponentSaysWhatHoldsItUpAndWhatItLost() {
        ComponentLives lives = new ComponentLives(plan);
        run.count("a", counts(ComponentStatus.BLOCKED, Map.of()));
        run.count("b", counts(ComponentStatus.WAITING, Map.of("inbox", new InboxCounts(8, 8, 20, 3, 0))));
        assertThat(lives.of(List.of("a"), run.snapshot(), 0).text()).isEqualTo("blocked: b.inbox is full");
        assertThat(lives.of(List.of("b"), run.snapshot(), 0).text()).isEqualTo("waiting · 3 dropped");
    }

    @Test
    void aComponentTellsHowFarItHasComeUntilItEnds() {
        ComponentLives lives = new ComponentLives(plan);
        run.count(
                "a",
                new ComponentCounts(
                        ComponentStatus.WORKING, 0, 0, 0, 0, 0, 0, 0, Map.of(), 250, 1000, Optional.empty()));
        run.count("b", counts(ComponentStatus.WAITING, Map.of()));
        assertThat(lives.of(List.of("a"), run.snapshot(), 0).progress()).contains(0.25);
        assertThat(lives.of(List.of("b"), run.snapshot(), 0).progress()).isEmpty();
        assertThat(lives.of(List.of("a", "b"), run.snapshot(), 0).progress())
                .as("of the component that stands for both")
                .contains(0.25);
        run.count(
                "a",
                new ComponentCounts(
                        ComponentStatus.FINISHED, 0, 0, 0, 0, 0, 0, 0, Map.of(), 1000, 1000, Optional.empty()));
        assertThat(lives.of(List.of("a"), run.snapshot(), 0).progress()).isEmpty();
    }

    @Test
    void aFailureIsShownWithItsItem() {
        ComponentLives lives = new ComponentLives(plan);
        ComponentFailure failure = new ComponentFailure(
                "b", "it is no number", Optional.of("abc"), new IllegalStateException(), FailurePolicy.STOP_GRAPH);
        run.count(
                "b",
                new ComponentCounts(
                        ComponentStatus.FAILED, 1, 0, 0, 0, 0, 1, 0, Map.of(), 0, -1, Optional.of(failure)));
        ComponentLife life = lives.of(List.of("b"), run.snapshot(), 0);
        assertThat(life.status()).isEqualTo(ComponentStatus.FAILED);
        assertThat(life.failure()).contains("it is no number\nItem: abc");
    }
}
