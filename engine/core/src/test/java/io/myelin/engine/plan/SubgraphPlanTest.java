package io.myelin.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.myelin.engine.graph.ComponentState;
import io.myelin.engine.graph.FailurePolicy;
import io.myelin.engine.graph.RestartGroup;
import io.myelin.engine.plan.PlannedLink.DrawnLink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubgraphPlanTest {
    private static final String READ = "{'type': 'test.read', 'settings': {'path': 'in.txt'}}";
    private static final String PRINT = "{'type': 'test.print'}";
    private static final String INNER = """
            'graphs': {'twice': {
               'parameters': {'by': {'type': 'text', 'default': ','}},
               'components': {'first': {'type': 'test.split', 'settings': {'pattern': '${by}'}}, 'second': {'type': 'test.split'}},
               'links': [{'from': 'first.outbox', 'to': 'second.inbox'}],
               'inboxes': {'in': 'first.inbox'}, 'outboxes': {'out': 'second.outbox'}}}""";

    @TempDir
    Path folder;

    @Test
    void c01_c03_aGraphInsideAnotherIsFlattenedAndItsBoxesPassThrough() {
        RunPlan plan = new PlannerFixture()
                .run("'components': {'r': " + READ + ", 'sub': {'type': 'graph:twice', "
                        + "'settings': {'by': ';'}}, 'p': " + PRINT
                        + "}, 'links': [{'from': 'r.outbox', 'to': 'sub.in'}, "
                        + "{'from': 'sub.out', 'to': 'p.inbox'}]," + INNER);

        assertThat(plan.components())
                .extracting(PlannedComponent::path)
                .containsExactly("r", "sub/first", "sub/second", "p");
        assertThat(((SampleComponents.SplitSettings) plan.components().get(1).settings()).pattern())
                .isEqualTo(";");
        assertThat(plan.links())
                .containsExactlyInAnyOrder(
                        new PlannedLink(
                                "r",
                                "outbox",
                                "sub/first",
                                "inbox",
                                List.of(
                                        new DrawnLink("", "r.outbox", "sub.in"),
                                        new DrawnLink("sub", "in", "first.inbox"))),
                        new PlannedLink(
                                "sub/first",
                                "outbox",
                                "sub/second",
                                "inbox",
                                List.of(new DrawnLink("sub", "first.outbox", "second.inbox"))),
                        new PlannedLink(
                                "sub/second",
                                "outbox",
                                "p",
                                "inbox",
                                List.of(
                                        new DrawnLink("sub", "second.outbox", "out"),
                                        new DrawnLink("", "sub.out", "p.inbox"))));
    }

    @Test
    void aSubgraphUsedTwiceIsTwoOfEachWithTheirOwnSettings() {
        RunPlan plan = new PlannerFixture()
                .run("'components': {'a': {'type': 'graph:twice'}, 'b': {'type': 'graph:twice', "
                        + "'settings': {'by': '-'}}}, 'links': [{'from': 'a.out', 'to': 'b.in'}]," + INNER);

        assertThat(plan.components())
                .extracting(component ->
                        component.path() + " " + ((SampleComponents.SplitSettings) component.settings()).pattern())
                .containsExactly("a/first ,", "a/second ,", "b/first -", "b/second ,");
    }

    @Test
    void settingsOfASubgraphAreItsParametersAndAreChecked() {
        assertThat(new PlannerFixture().problems("""
                'parameters': {'n': {'type': 'integer', 'default': 4}},
                'components': {'a': {'type': 'graph:g', 'settings': {'lines': '${n}', 'pth': 'x'}},
                               'b': {'type': 'graph:g', 'settings': {'lines': 'many', 'path': 'x'}},
                               'c': {'type': 'graph:g', 'settings': {'lines': '${m}', 'path': 'x'}}},
                'graphs': {'g': {'parameters': {'lines': {'type': 'integer'}, 'path': {'type': 'path'}},
                   'components': {'r': {'type': 'test.read', 'settings': {'path': '${path}', 'lines': '${lines}'}}}}}"""))
                .containsExactly(
                        "ERROR /components/a/settings: the setting \"path\" of \"a\" is missing",
                        "ERROR /components/a/settings/pth: found the unknown setting \"pth\"; allowed: lines, path (path)",
                        "ERROR /components/b/settings/lines: found the text \"many\"; allowed: a whole number",
                        "ERROR /components/c/settings/lines: found the unknown parameter \"m\"; allowed: n (a literal ${ is written $${) (n)");
    }

    @Test
    void graphsAreLookedUpInTheNearestGraphThenOutwards() {
        RunPlan plan = new PlannerFixture().run("""
                'components': {'x': {'type': 'graph:outer'}},
                'graphs': {
                  'leaf': {'components': {'far': {'type': 'test.block'}}},
                  'other': {'components': {'o': {'type': 'test.block'}}},
                  'outer': {
                    'components': {'l': {'type': 'graph:leaf'}, 'o': {'type': 'graph:other'}},
                    'graphs': {'leaf': {'components': {'near': {'type': 'test.block'}}}}}}""");

        assertThat(plan.components()).extracting(PlannedComponent::path).containsExactly("x/l/near", "x/o/o");
    }

    @Test
    void anUnknownGraphIsNamedWithTheNearestKnownOne() {
        assertThat(new PlannerFixture()
                        .problems("'components': {'a': {'type': 'graph:twce'}, 'b': {'type': 'graph:x.graph.json'}},"
                                + INNER))
                .containsExactly(
                        "ERROR /components/a/type: found the unknown graph \"twce\"; allowed: twice (graph:twice)",
                        "ERROR /components/b/type: found the unknown graph \"x.graph.json\"; allowed: twice; a graph of a file is written \"graph:./x.graph.json\"");
    }

    @Test
    void c11_aGraphThatContainsItselfIsRefusedNamingTheChain() {
        assertThat(new PlannerFixture().problems("""
                'components': {'a': {'type': 'graph:x'}},
                'graphs': {'x': {'components': {'b': {'type': 'graph:y'}}}, 'y': {'components': {'c': {'type': 'graph:x'}}}}"""))
                .containsExactly(
                        "ERROR /graphs/y/components/c/type: a graph that contains itself: \"x\" → \"y\" → \"x\"");
    }

    @Test
    void c12_aThousandNestedPassthroughsWork() {
        StringBuilder graphs = new StringBuilder();
        for (int level = 0; level < 1000; level++) {
            graphs.append(
                    "'g%d': {'components': {'s': {'type': 'graph:g%d'}}, 'inboxes': {'in': 's.in'}, 'outboxes': {'out': 's.out'}},"
                            .formatted(level, level + 1));
        }
        RunPlan plan = new PlannerFixture()
                .run("'components': {'r': " + READ + ", 's': {'type': 'graph:g0'}, 'p': " + PRINT
                        + "}, 'links': [{'from': 'r.outbox', 'to': 's.in'}, {'from': 's.out', 'to': 'p.inbox'}], 'graphs': {"
                        + graphs
                        + "'g1000': {'components': {'c': {'type': 'test.split'}}, 'inboxes': {'in': 'c.inbox'}, "
                        + "'outboxes': {'out': 'c.outbox'}}}");

        assertThat(plan.components()).hasSize(3);
        assertThat(plan.links()).hasSize(2);
        assertThat(plan.links().getFirst().drawn()).hasSize(1002);
    }

    @Test
    void subgraphsThatGrowBeyondAllBoundsAreRefused() {
        StringBuilder graphs = new StringBuilder();
        for (int level = 0; level < 40; level++) {
            graphs.append("'g%d': {'components': {'a': {'type': 'graph:g%d'}, 'b': {'type': 'graph:g%d'}}},"
                    .formatted(level, level + 1, level + 1));
        }
        assertThat(new PlannerFixture()
                        .problems("'components': {'s': {'type': 'graph:g0'}}, 'graphs': {" + graphs
                                + "'g40': {'components': {'c': {'type': 'test.block'}}}}"))
                .containsExactly("ERROR : the graph comes to more than 250,000 components with its subgraphs");
    }

    @Test
    void h10_h11_controlOfASubgraphReachesEachControlThatIsNoTargetOrTheOneThatIsNamed() {
        String graph = "'components': {'r': " + READ
                + ", 's': {'type': 'graph:g'}}, 'links': [{'from': 'r.signal', 'to': 's.control'}],"
                + "'graphs': {'g': {'components': {'a': {'type': 'test.block'}, 'b': {'type': 'test.block'}, 'c': {'type': 'test.block'}},"
                + "'links': [{'from': 'a.signal', 'to': 'b.control'}]%s}}";

        assertThat(new PlannerFixture().run(graph.formatted("")).links())
                .extracting(PlannedLink::toString)
                .containsExactlyInAnyOrder(
                        "r.signal -> s/a.control", "r.signal -> s/c.control", "s/a.signal -> s/b.control");
        assertThat(new PlannerFixture()
                        .run(graph.formatted(", 'inboxes': {'control': 'a.control'}"))
                        .links())
                .extracting(PlannedLink::toString)
                .containsExactlyInAnyOrder("r.signal -> s/a.control", "s/a.signal -> s/b.control");
    }

    @Test
    void h12_h14_signalOfASubgraphIsItsOwnUnlessItIsWiredInside() {
        String graph = "'components': {'s': {'type': 'graph:g'}, 'p': " + PRINT
                + "}, 'links': [{'from': 's.signal', 'to': 'p.inbox'}],"
                + "'graphs': {'g': {'components': {'a': {'type': 'test.block'}, 'b': {'type': 'test.block'}},"
                + "'links': [{'from': 'a.signal', 'to': 'b.control'}]%s}}";

        RunPlan spokenFor = new PlannerFixture().run(graph.formatted(""));
        assertThat(spokenFor.links())
                .extracting(PlannedLink::toString)
                .containsExactlyInAnyOrder(
                        "s.signal -> p.inbox",
                        "s/a.signal -> s/b.control",
                        "s/a.signal -> s.inside",
                        "s/b.signal -> s.inside",
                        "s.stop -> s.control");
        assertThat(spokenFor.components()).extracting(PlannedComponent::path).containsExactly("s/a", "s/b", "p", "s");
        RunPlan wired = new PlannerFixture().run(graph.formatted(", 'outboxes': {'signal': 'a.outbox'}"));
        assertThat(wired.links())
                .extracting(PlannedLink::toString)
                .containsExactlyInAnyOrder("s/a.outbox -> p.inbox", "s/a.signal -> s/b.control");
        assertThat(wired.components()).extracting(PlannedComponent::path).containsExactly("s/a", "s/b", "p");
    }

    @Test
    void aSubgraphWhoseSignalLeadsNowhereCostsNothing() {
        RunPlan plan = new PlannerFixture().run("""
                'components': {'s': {'type': 'graph:outer'}},
                'graphs': {'inner': {'components': {'a': {'type': 'test.block'}}},
                   'outer': {'components': {'i': {'type': 'graph:inner'}}, 'outboxes': {'done': 'i.signal'}}}""");

        assertThat(plan.components()).extracting(PlannedComponent::path).containsExactly("s/i/a");
        assertThat(plan.links()).isEmpty();
    }

    @Test
    void aSignalThatLeavesThroughTheBoxOfAGraphAroundItIsHeard() {
        RunPlan plan = new PlannerFixture().run("""
                'components': {'s': {'type': 'graph:outer'}, 'p': {'type': 'test.print'}},
                'links': [{'from': 's.done', 'to': 'p.inbox'}],
                'graphs': {'inner': {'components': {'a': {'type': 'test.block'}}},
                   'outer': {'components': {'i': {'type': 'graph:inner'}}, 'outboxes': {'done': 'i.signal'}}}""");

        assertThat(plan.links())
                .extracting(PlannedLink::toString)
                .containsExactlyInAnyOrder(
                        "s/i.signal -> p.inbox", "s/i/a.signal -> s/i.inside", "s/i.stop -> s/i.control");
    }

    @Test
    void h05_anEmptyGraphIsRefusedWhereItIsUsed() {
        assertThat(new PlannerFixture().problems("'components': {'a': {'type': 'graph:g'}}, 'graphs': {'g': {}}"))
                .containsExactly("ERROR /components/a/type: the graph \"g\" has no components; put some into it, or "
                        + "take this out");
    }

    @Test
    void h08_aLinkToAComponentThatIsNotInTheGraphIsAnErrorAndMakesNoBox() {
        assertThat(
                        new PlannerFixture()
                                .problems(
                                        "'components': {'a': {'type': 'graph:g'}}, 'graphs': {'g': {"
                                                + "'components': {'x': {'type': 'test.split'}}, 'links': [{'from': 'x.outbox', 'to': 'y.inbox'}]}}"))
                .containsExactly(
                        "ERROR /graphs/g/links/0/to: found \"y.inbox\", but there is no component \"y\" (x.inbox)");
    }

    @Test
    void h09_theBoxesOfOneGraphAreNotThoseOfAnother() {
        assertThat(
                        new PlannerFixture()
                                .problems(
                                        "'components': {'r': " + READ
                                                + ", 'a': {'type': 'graph:g'}, 'b': {'type': 'graph:h'}}, "
                                                + "'links': [{'from': 'r.outbox', 'to': 'b.in'}, {'from': 'r.outbox', 'to': 'a.other'}],"
                                                + "'graphs': {'g': {'components': {'x': {'type': 'test.split'}}, 'inboxes': {'in': 'x.inbox'}},"
                                                + "'h': {'components': {'x': {'type': 'test.split'}}, 'inboxes': {'other': 'x.inbox'}}}"))
                .containsExactly(
                        "ERROR /links/0/to: found \"b.in\", but \"b\" has no inbox \"in\"; allowed: other, control",
                        "ERROR /links/1/to: found \"a.other\", but \"a\" has no inbox \"other\"; allowed: in, control");
    }

    @Test
    void whatIsInsideAMutedGraphIsMuted() {
        RunPlan plan =
                new PlannerFixture().run("'components': {'a': {'type': 'graph:twice', 'state': 'muted'}}," + INNER);

        assertThat(plan.components()).extracting(PlannedComponent::state).containsOnly(ComponentState.MUTED);
    }

    @Test
    void aBypassedGraphPassesItsInboxStraightToItsOutbox() {
        RunPlan plan = new PlannerFixture()
                .run(
                        "'components': {'r': " + READ + ", 's': {'type': 'graph:g', 'state': 'bypassed'}, "
                                + "'p': " + PRINT
                                + "}, 'links': [{'from': 'r.outbox', 'to': 's.inbox'}, {'from': 's.outbox', 'to': 'p.inbox'}],"
                                + "'graphs': {'g': {'components': {'x': {'type': 'test.split'}}, 'inboxes': {'inbox': 'x.inbox'}, 'outboxes': {'outbox': 'x.outbox'}}}");

        assertThat(plan.components()).extracting(PlannedComponent::path).containsExactly("r", "p");
        assertThat(plan.links())
                .containsExactly(new PlannedLink(
                        "r",
                        "outbox",
                        "p",
                        "inbox",
                        List.of(new DrawnLink("", "r.outbox", "s.inbox"), new DrawnLink("", "s.outbox", "p.inbox"))));
    }

    @Test
    void aBypassedGraphFromWhichMoreLeadsOnHasABypassedComponentInItsPlace() {
        RunPlan plan = new PlannerFixture()
                .run(
                        "'components': {'r': " + READ + ", 's': {'type': 'graph:g', 'state': 'bypassed'}, "
                                + "'p': " + PRINT + ", 'q': " + PRINT
                                + "}, 'links': [{'from': 'r.outbox', 'to': 's.inbox'},"
                                + " {'from': 's.outbox', 'to': 'p.inbox'}, {'from': 's.signal', 'to': 'q.inbox'}],"
                                + "'graphs': {'g': {'components': {'x': {'type': 'test.split'}}, 'inboxes': {'inbox': 'x.inbox'}, 'outboxes': {'outbox': 'x.outbox'}}}");

        assertThat(plan.components()).extracting(PlannedComponent::path).containsExactly("r", "p", "q", "s");
        assertThat(plan.components().getLast().state()).isEqualTo(ComponentState.BYPASSED);
        assertThat(plan.links())
                .extracting(PlannedLink::toString)
                .containsExactly("r.outbox -> s.inbox", "s.outbox -> p.inbox", "s.signal -> q.inbox");
    }

    @Test
    void c11_aBypassedGraphWithAComponentInItsPlaceThatLeadsRoundToItselfIsRefused() {
        assertThat(
                        new PlannerFixture()
                                .problems(
                                        "'components': {'r': " + READ
                                                + ", 's': {'type': 'graph:g', 'state': 'bypassed'}, 'p': " + PRINT
                                                + "}, "
                                                + "'links': [{'from': 'r.outbox', 'to': 's.inbox'}, {'from': 's.outbox', 'to': 's.inbox'},"
                                                + " {'from': 's.signal', 'to': 'p.inbox'}],"
                                                + "'graphs': {'g': {'components': {'x': {'type': 'test.split'}}, 'inboxes': {'inbox': 'x.inbox'}, 'outboxes': {'outbox': 'x.outbox'}}}"))
                .containsExactly(
                        "ERROR /links/1: a passthrough that leads round to itself: a message would never arrive; "
                                + "turn something bypassed on");
    }

    @Test
    void c11_aPassthroughThatLeadsRoundToItselfIsRefused() {
        assertThat(
                        new PlannerFixture()
                                .problems(
                                        "'components': {'r': " + READ
                                                + ", 's': {'type': 'graph:g', 'state': 'bypassed'}}, "
                                                + "'links': [{'from': 'r.outbox', 'to': 's.inbox'}, {'from': 's.outbox', 'to': 's.inbox'}],"
                                                + "'graphs': {'g': {'components': {'x': {'type': 'test.split'}}, 'inboxes': {'inbox': 'x.inbox'}, 'outboxes': {'outbox': 'x.outbox'}}}"))
                .containsExactly(
                        "ERROR /links/1: a passthrough that leads round to itself: a message would never arrive; "
                                + "turn something bypassed on");
    }

    @Test
    void c11_bypassedComponentsThatLeadRoundToThemselvesAreRefused() {
        String bypassed = "{'type': 'test.split', 'state': 'bypassed'}";
        String links = "'links': [{'from': 'r.outbox', 'to': 'a.inbox'}, {'from': 'a.outbox', 'to': 'b.inbox'}, "
                + "{'from': 'b.outbox', 'to': 'c.inbox'}, {'from': 'c.outbox', 'to': 'a.inbox'}]";

        assertThat(new PlannerFixture()
                        .problems("'components': {'r': " + READ + ", 'a': " + bypassed + ", 'b': " + bypassed
                                + ", 'c': " + bypassed + "}, " + links))
                .containsExactly(
                        "ERROR /links/3: a passthrough that leads round to itself: a message would never arrive; "
                                + "turn something bypassed on");
        assertThat(new PlannerFixture()
                        .problems("'components': {'r': " + READ + ", 'a': " + bypassed + ", 'b': " + bypassed
                                + ", 'c': {'type': 'test.split'}}, " + links))
                .isEmpty();
    }

    @Test
    void twoLinksThatLeadToTheSameInboxThroughAGraphAreRefused() {
        assertThat(
                        new PlannerFixture()
                                .problems(
                                        "'components': {'r': " + READ + ", 's': {'type': 'graph:g'}}, "
                                                + "'links': [{'from': 'r.outbox', 'to': 's.a'}, {'from': 'r.outbox', 'to': 's.b'}],"
                                                + "'graphs': {'g': {'components': {'x': {'type': 'test.print'}}, 'inboxes': {'a': 'x.inbox', 'b': 'x.inbox'}}}"))
                .containsExactly(
                        "ERROR /links/1: this leads to \"s/x.inbox\" a second time: each message would arrive twice");
    }

    @Test
    void passthroughsToWhatIsNotThereAreRefused() {
        assertThat(new PlannerFixture()
                        .problems("'components': {'s': {'type': 'graph:g'}}, 'graphs': {'g': {"
                                + "'components': {'x': {'type': 'test.split'}}, 'inboxes': {'a': 'x.inbx', 'b': 'y.inbox', 'c': 'x.outbox'},"
                                + "'outboxes': {'d': 'x.inbox'}}}"))
                .containsExactly(
                        "ERROR /graphs/g/inboxes/a: found \"x.inbx\", but \"x\" has no inbox \"inbx\"; allowed: inbox, control (x.inbox)",
                        "ERROR /graphs/g/inboxes/b: found \"y.inbox\", but there is no component \"y\" (x.inbox)",
                        "ERROR /graphs/g/inboxes/c: \"x.outbox\" is an outbox: an inbox of the graph leads to an inbox",
                        "ERROR /graphs/g/outboxes/d: \"x.inbox\" is an inbox: an outbox of the graph comes from an outbox");
    }

    @Test
    void e04_aLimitOfAPassedThroughInboxIsSaidToHaveNoEffect() {
        assertThat(new PlannerFixture()
                        .problems("'components': {'a': {'type': 'graph:twice', 'execution': 'thread', "
                                + "'inboxes': {'in': {'capacity': 1}, 'on': {'capacity': 1}}}}," + INNER))
                .containsExactly(
                        "WARNING /components/a/execution: an execution has no effect on a graph; give it to the components inside",
                        "WARNING /components/a/inboxes/in: a limit of the inbox \"in\" has no effect, since what comes in is passed through; give it to the inbox inside",
                        "ERROR /components/a/inboxes/on: found a limit for the inbox \"on\", which \"a\" does not have; allowed: in, control (in)");
    }

    @Test
    void m01_whatASubgraphSaysOfFailuresIsAskedAfterWhatIsInsideTheInnermostFirst() {
        RunPlan plan = new PlannerFixture()
                .run("'components': {'a': {'type': 'graph:g', 'onError': {'policy': 'skip'}}},"
                        + "'graphs': {'g': {'components': {'x': {'type': 'test.block'}, 'y': {'type': 'test.block', 'onError': {'policy': 'stop'}},"
                        + "'b': {'type': 'graph:h', 'onError': {'policy': 'restart', 'retries': 7, 'group': 'rest'}}}},"
                        + "'h': {'components': {'z': {'type': 'test.block'}}}}");

        FailureHandling unsaid = FailureHandling.DEFAULT;
        PlannedSupervisor a = new PlannedSupervisor(
                "a",
                new FailureHandling(FailurePolicy.SKIP, unsaid.retries(), unsaid.within(), unsaid.backoff()),
                RestartGroup.ONE);
        PlannedSupervisor b = new PlannedSupervisor(
                "a/b",
                new FailureHandling(FailurePolicy.RESTART, 7, unsaid.within(), unsaid.backoff()),
                RestartGroup.REST);
        assertThat(plan.components())
                .extracting(
                        PlannedComponent::path,
                        component -> component.supervision().own().map(FailureHandling::policy),
                        component -> component.supervision().around())
                .containsExactly(
                        tuple("a/x", Optional.empty(), List.of(a)),
                        tuple("a/y", Optional.of(FailurePolicy.STOP), List.of(a)),
                        tuple("a/b/z", Optional.empty(), List.of(b, a)));
    }

    @Test
    void aGroupWhereItHasNoEffectIsAWarning() {
        assertThat(
                        new PlannerFixture()
                                .problems(
                                        "'components': {'a': {'type': 'graph:g', 'onError': {'policy': 'stop', 'group': 'all'}}},"
                                                + "'graphs': {'g': {'components': {'x': {'type': 'test.block', 'onError': {'policy': 'restart', 'group': 'one'}}}}}"))
                .contains(
                        "WARNING /components/a/onError/group: a group has no effect without the policy \"restart\"",
                        "WARNING /graphs/g/components/x/onError/group: a group has no effect on a single component; give it to the graph that it lies in");
    }

    @Test
    void aGraphFromAFileTakesItsPathsFromItsOwnFolder() throws IOException {
        write(
                "sub/part.graph.json",
                "'components': {'r': {'type': 'test.read', 'settings': {'path': 'data.txt'}}, "
                        + "'deeper': {'type': 'graph:../other.graph.json', 'settings': {'file': 'here.txt'}}}");
        write(
                "other.graph.json",
                "'parameters': {'file': {'type': 'path'}, 'more': {'type': 'path', 'default': 'm.txt'}}, "
                        + "'components': {'a': {'type': 'test.read', 'settings': {'path': '${file}'}}, "
                        + "'b': {'type': 'test.read', 'settings': {'path': '${more}'}}}");

        RunPlan plan =
                new PlannerFixture().in(folder).run("'components': {'s': {'type': 'graph:./sub/part.graph.json'}}");

        assertThat(plan.components())
                .extracting(component ->
                        component.path() + " " + ((SampleComponents.ReadSettings) component.settings()).path())
                .containsExactly(
                        "s/r " + folder.resolve("sub/data.txt"),
                        "s/deeper/a " + folder.resolve("sub/here.txt"),
                        "s/deeper/b " + folder.resolve("m.txt"));
    }

    @Test
    void problemsOfAFileAreToldWhereItIsNamed() throws IOException {
        Path bad = write("bad.graph.json", "'components': {'r': {'type': 'test.rad'}}");
        Path broken = Files.writeString(folder.resolve("broken.graph.json"), "{");

        assertThat(new PlannerFixture().in(folder).problems("""
                'components': {'a': {'type': 'graph:./bad.graph.json'}, 'b': {'type': 'graph:./broken.graph.json'},
                               'c': {'type': 'graph:./none.graph.json'}, 'd': {'type': 'graph:../'}}"""))
                .containsExactly(
                        "ERROR /components/a/type: in " + bad
                                + ", line 2, column 30: found the unknown type \"test.rad\"; "
                                + "allowed: a type that \"myelin components\" lists, or \"graph:name\" (test.read)",
                        "ERROR /components/b/type: in " + broken
                                + ", line 1, column 2: this is not JSON: the text ends in the middle of a value",
                        "ERROR /components/c/type: there is no file " + folder.resolve("none.graph.json"),
                        "ERROR /components/d/type: " + folder.getParent() + " is a folder; a graph file is expected");
    }

    @Test
    void filesThatContainEachOtherAreRefusedNamingTheChain() throws IOException {
        Path one = write("one.graph.json", "'components': {'x': {'type': 'graph:./two.graph.json'}}");
        Path two = write("two.graph.json", "'components': {'y': {'type': 'graph:./one.graph.json'}}");

        assertThat(new PlannerFixture().in(folder).problems("'components': {'a': {'type': 'graph:./one.graph.json'}}"))
                .containsExactly("ERROR /components/a/type: in " + one + ", line 2, column 30: in " + two
                        + ", line 2, column 30: a graph that contains itself: " + one + " → " + two + " → " + one);
    }

    @Test
    void aSecretGoesThroughASubgraphUnseen() {
        List<String> problems = new PlannerFixture().secret("KEY", "abcdefgh").problems("""
                'components': {'a': {'type': 'graph:g', 'settings': {'n': '${secret:KEY}', 't': 'x${secret:KEY}'}}},
                'graphs': {'g': {'parameters': {'n': {'type': 'integer'}, 't': {'type': 'text'}},
                   'components': {'r': {'type': 'test.read', 'settings': {'path': 'x', 'every': '${t}'}}}}}""");

        assertThat(problems)
                .containsExactly(
                        "ERROR /components/a/settings/n: found the text \"***\"; allowed: a whole number",
                        "ERROR /graphs/g/components/r/settings/every: found ***, which does not fit");
    }

    @Test
    void aGraphThatIsNotUsedIsCheckedTooButOnlyWarnedOf() {
        assertThat(new PlannerFixture()
                        .problems("'components': {'b': {'type': 'test.block'}}, 'graphs': {'g': {"
                                + "'parameters': {'n': {'type': 'integer'}}, 'components': {'x': {'type': 'test.splt'}, "
                                + "'y': {'type': 'test.read', 'settings': {'path': 'x', 'lines': '${n}'}}},"
                                + "'graphs': {'h': {'links': [{'from': 'a.b', 'to': 'c.d'}]}}}}"))
                .containsExactly(
                        "WARNING /graphs/g/components/x/type: found the unknown type \"test.splt\"; allowed: a type that \"myelin components\" lists, or \"graph:name\" (test.split)",
                        "WARNING /graphs/g/graphs/h/links/0/from: found \"a.b\", but there is no component \"a\"",
                        "WARNING /graphs/g/graphs/h/links/0/to: found \"c.d\", but there is no component \"c\"");
    }

    @Test
    void g06_aBoxOfASubgraphThatNothingIsLinkedToIsToldAtTheSubgraph() {
        PlanResult result = new PlannerFixture().plan("'components': {'a': {'type': 'graph:twice'}}," + INNER);

        assertThat(result.problems())
                .extracting(problem -> problem.pointer() + " " + problem.message())
                .containsExactly("/components/a nothing is linked to the inbox \"in\" of \"a\"");
    }

    private Path write(String name, String body) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, ("{'format': 'myelin-graph/1',\n" + body + "}").replace('\'', '"'));
    }
}
