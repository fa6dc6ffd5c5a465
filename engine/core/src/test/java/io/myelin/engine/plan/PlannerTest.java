package io.myelin.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.component.Execution;
import io.myelin.engine.graph.FailurePolicy;
import io.myelin.engine.graph.Problem;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.Phrase;
import io.myelin.engine.message.Wording;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private static final String READ = "'r': {'type': 'test.read', 'settings': {'path': 'in.txt'}}";
    private static final String PRINT = "'p': {'type': 'test.print'}";

    @Test
    void aPlainGraphIsMadeReadyInDocumentOrder() {
        RunPlan plan = new PlannerFixture().run("""
                'title': 'Words',
                'components': {
                  'p': {'type': 'test.print', 'title': 'Result'},
                  'r': {'type': 'test.read', 'settings': {'path': 'data/in.txt', 'every': '250ms'},
                        'execution': 'thread', 'onError': {'policy': 'restart', 'retries': 5, 'backoff': '1s'}}
                },
                'links': [{'from': 'r.outbox', 'to': 'p.inbox'}]""");

        assertThat(plan.title()).isEqualTo("Words");
        assertThat(plan.components()).extracting(PlannedComponent::path).containsExactly("p", "r");
        assertThat(plan.components()).extracting(PlannedComponent::title).containsExactly("Result", "Read");
        PlannedComponent read = plan.components().get(1);
        assertThat(read.settings())
                .isEqualTo(
                        new SampleComponents.ReadSettings(Path.of("/graphs/data/in.txt"), Duration.ofMillis(250), 10));
        assertThat(read.execution()).isEqualTo(Execution.THREAD);
        assertThat(read.supervision())
                .isEqualTo(PlannedSupervision.by(
                        new FailureHandling(FailurePolicy.RESTART, 5, Duration.ofMinutes(1), Duration.ofSeconds(1))));
        assertThat(plan.components().get(0).supervision())
                .isEqualTo(new PlannedSupervision(Optional.empty(), List.of()));
        assertThat(plan.links())
                .containsExactly(new PlannedLink(
                        "r", "outbox", "p", "inbox", List.of(new PlannedLink.DrawnLink("", "r.outbox", "p.inbox"))));
    }

    @Test
    void anUnknownTypeIsNamedWithTheNearestKnownOne() {
        assertThat(new PlannerFixture().problems("'components': {'a': {'type': 'test.splt'}}"))
                .containsExactly("ERROR /components/a/type: found the unknown type \"test.splt\"; allowed: a type that "
                        + "\"myelin components\" lists, or \"graph:name\" (test.split)");
    }

    @Test
    void linksToWhatIsNotThereAreRefusedWithTheNearestName() {
        assertThat(new PlannerFixture()
                        .problems("'components': {" + READ + ", " + PRINT + "}, 'links': ["
                                + "{'from': 'r.outbxo', 'to': 'p.inbox'}, {'from': 'q.outbox', 'to': 'p.inbox'},"
                                + "{'from': 'r.outbox', 'to': 'p.in'}, {'from': 'p.inbox', 'to': 'r.outbox'},"
                                + "{'from': 'r.outbox', 'to': 'p.inbox'}, {'from': 'r.outbox', 'to': 'p.inbox'},"
                                + "{'from': 'r.signal', 'to': 'p.control'}]"))
                .containsExactly(
                        "ERROR /links/0/from: found \"r.outbxo\", but \"r\" has no outbox \"outbxo\"; allowed: outbox, signal (r.outbox)",
                        "ERROR /links/1/from: found \"q.outbox\", but there is no component \"q\" (r.outbox)",
                        "ERROR /links/2/to: found \"p.in\", but \"p\" has no inbox \"in\"; allowed: inbox, control",
                        "ERROR /links/3/from: \"p.inbox\" is an inbox: a link starts at an outbox",
                        "ERROR /links/3/to: \"r.outbox\" is an outbox: a link ends at an inbox",
                        "ERROR /links/5: the link r.outbox -> p.inbox stands here a second time; the first one is /links/4");
    }

    @Test
    void messageTypesMustFit() {
        assertThat(new PlannerFixture()
                        .problems("'components': {" + READ + ", 'a': {'type': 'test.add'}},"
                                + "'links': [{'from': 'r.outbox', 'to': 'a.inbox'}]"))
                .containsExactly(
                        "ERROR /links/0: \"r.outbox\" gives text, but \"a.inbox\" takes number: they do not fit together");
    }

    @Test
    void settingsThatDoNotFitAreNamedWhereTheyStand() {
        PlanResult result = new PlannerFixture()
                .plan("'components': {\n'r': {'type': 'test.read', 'settings': {\n'pth': 'x',\n'lines': -1}}}");

        assertThat(result.plan()).isEmpty();
        assertThat(result.problems())
                .extracting(problem -> problem.line() + " " + problem.pointer() + " " + problem.message())
                .containsExactly(
                        "3 /components/r/settings the setting \"path\" is missing: The file.",
                        "4 /components/r/settings/pth found the unknown setting \"pth\"; allowed: path, every, lines",
                        "5 /components/r/settings/lines found the number -1; allowed: a whole number, 0 or more");
    }

    @Test
    void anExecutionThatTheTypeDoesNotAllowIsRefused() {
        assertThat(new PlannerFixture()
                        .problems("'components': {'b': {'type': 'test.block', 'execution': 'microprocess'}}"))
                .containsExactly("ERROR /components/b/execution: found the execution \"microprocess\"; allowed for "
                        + "test.block: tasklet, thread, process");
    }

    @Test
    void limitsAndPoliciesAreChecked() {
        assertThat(new PlannerFixture()
                        .problems("'components': {'p': {'type': 'test.print', 'inboxes': {'inbx': {'capacity': 1}},"
                                + "'onError': {'within': '1 minute', 'backoff': '5'}}}"))
                .containsExactly(
                        "ERROR /components/p/inboxes/inbx: found a limit for the inbox \"inbx\", which \"p\" does not have; allowed: inbox, control (inbox)",
                        "ERROR /components/p/onError/within: \"1 minute\" is not a duration: expected a number with a unit, such as 250ms, 10s, 5m or 1h",
                        "ERROR /components/p/onError/backoff: \"5\" is not a duration: expected a number with a unit, such as 250ms, 10s, 5m or 1h");
    }

    @Test
    void g06_anInboxThatNothingIsLinkedToIsAWarning() {
        PlanResult result = new PlannerFixture().plan("'components': {" + PRINT + "}");

        assertThat(result.plan()).isPresent();
        assertThat(result.problems())
                .containsExactly(new Problem(
                        Problem.Severity.WARNING,
                        "/components/p",
                        2,
                        21,
                        Wording.of(Phrase.INBOX_UNLINKED, "inbox", "p"),
                        Optional.empty()));
    }

    @Test
    void aMutedLinkIsNoLinkOfTheRunAndFeedsNoInbox() {
        PlanResult result = new PlannerFixture().plan("""
                'components': {'s': {'type': 'test.split'}, 'p': {'type': 'test.print'}},
                'inboxes': {'in': 's.inbox'},
                'links': [{'from': 's.outbox', 'to': 'p.inbox', 'state': 'muted'}]""");

        assertThat(result.plan().orElseThrow().links()).isEmpty();
        assertThat(result.problems())
                .extracting(Problem::message)
                .containsExactly("only muted links lead to the inbox \"inbox\" of \"p\"");
    }

    @Test
    void whatReadingFindsWrongHidesNothingElse() {
        assertThat(new PlannerFixture().placesOfErrors("""
                                'parameters': {'n': {'type': 'int', 'default': 3}, 'm': {'type': 'boolean', 'default': 'yes'}},
                                'components': {
                                  'a': {'type': 'test.split', 'state': 'off', 'settings': {'pattern': '${n}', 'patern': 1}},
                                  'b': {'settings': {}},
                                  'c': null,
                                  'd': {'type': 'test.spilt'},
                                  '1': {'type': 'test.split', 'settings': {'pattern': 5}}},
                                'links': [{'from': 'a'}, {'to': 'a.inbox'}, 5,
                                  {'from': 'a.outbox', 'to': 'b.inbox'},
                                  {'from': 'a.outbox', 'to': 'z.inbox'}],
                                'inboxes': {'in': 7, 'other': 'a.inbx'}"""))
                .containsExactlyInAnyOrder(
                        "/parameters/n/type",
                        "/parameters/m/default",
                        "/components/a/state",
                        "/components/a/settings/patern",
                        "/components/b",
                        "/components/c",
                        "/components/d/type",
                        "/components/1",
                        "/components/1/settings/pattern",
                        "/links/0/from",
                        "/links/0",
                        "/links/1",
                        "/links/2",
                        "/links/4/to",
                        "/inboxes/in",
                        "/inboxes/other");
    }

    @Test
    void partsThatCannotBeReadAtAllLeadToNoProblemsThatFollowFromThem() {
        assertThat(new PlannerFixture()
                        .placesOfErrors("'components': [], 'links': [{'from': 'a.outbox', 'to': 'b.inbox'}]"))
                .containsExactly("/components");
    }

    @Test
    void aBypassedComponentThatCanPassNothingOnIsAWarning() {
        assertThat(new PlannerFixture().problems("'components': {'p': {'type': 'test.print', 'state': 'bypassed'}}"))
                .containsExactly("WARNING /components/p/state: a bypassed component without the boxes \"inbox\" and "
                        + "\"outbox\" passes nothing on");
    }

    @Test
    void inACheckWhatIsNotOnThisMachineIsOnlyAWarning() {
        assertThat(new PlannerFixture()
                        .checkOnly()
                        .problems("'components': {'s': {'type': 'test.split', 'settings': {'pattern': '${env:SEP}', "
                                + "'names': ['${secret:KEY}'], 'headers': {'h': 5}}}}"))
                .containsExactly(
                        "WARNING /components/s/settings/pattern: the environment variable \"SEP\" is not set",
                        "WARNING /components/s/settings/names/0: there is no secret \"KEY\"",
                        "ERROR /components/s/settings/headers/h: found the number 5; allowed: a text");
    }

    @Test
    void boxesThatComeFromSettingsAreKnown() {
        String graph = "'components': {'s': {'type': 'test.route', 'settings': {'routes': ['good', 'bad']}}, " + PRINT
                + "}, 'links': [{'from': 's.%s', 'to': 'p.inbox'}]";

        assertThat(new PlannerFixture().run(graph.formatted("bad")).links()).hasSize(1);
        assertThat(new PlannerFixture().problems(graph.formatted("god")))
                .containsExactly(
                        "ERROR /links/0/from: found \"s.god\", but \"s\" has no outbox \"god\"; allowed: good, bad, signal (s.good)");
    }

    @Test
    void parametersEnvironmentAndSecretsFillTexts() {
        RunPlan plan = new PlannerFixture()
                .given("n", "7")
                .given("file", "x.txt")
                .environment("SEP", ";")
                .environment("LINES", "3")
                .secret("TOKEN", "t0psecret")
                .run("""
                        'parameters': {'n': {'type': 'integer'}, 'file': {'type': 'path'},
                                       'data': {'type': 'path', 'default': 'd.txt'}, 'word': {'type': 'text', 'default': 'w'}},
                        'components': {
                          'a': {'type': 'test.read', 'settings': {'path': '${file}', 'lines': '${n}'}},
                          'b': {'type': 'test.read', 'settings': {'path': '${data}', 'lines': '${env:LINES}'}},
                          'c': {'type': 'test.split', 'settings': {'pattern': '${env:SEP}$${x}${n}$', 'any': '${n}',
                                'names': ['${word}', '${n}'], 'headers': {'auth': 'Bearer ${secret:TOKEN}'}}}
                        }""");

        assertThat(plan.components().get(0).settings())
                .isEqualTo(new SampleComponents.ReadSettings(Path.of("/work/x.txt"), Duration.ofSeconds(1), 7));
        assertThat(plan.components().get(1).settings())
                .isEqualTo(new SampleComponents.ReadSettings(Path.of("/graphs/d.txt"), Duration.ofSeconds(1), 3));
        assertThat(plan.components().get(2).settings())
                .isEqualTo(new SampleComponents.SplitSettings(
                        ";${x}7$", Optional.of(7L), List.of("w", "7"), Map.of("auth", "Bearer t0psecret")));
        assertThat(plan.redact("failed with t0psecret and t0ps…")).isEqualTo("failed with *** and ***…");
        assertThat(plan.toString()).doesNotContain("t0psecret");
    }

    @Test
    void referencesThatLeadNowhereAreProblemsAtTheirPlace() {
        assertThat(new PlannerFixture().problems("""
                'parameters': {'input': {'type': 'text', 'default': 'x'}},
                'components': {'s': {'type': 'test.split', 'settings': {
                  'pattern': '${inptu}', 'names': ['${env:NONE}', 'a${secret:KEY}'], 'headers': {'h': 'x${y'}}}}"""))
                .containsExactly(
                        "ERROR /components/s/settings/pattern: found the unknown parameter \"inptu\"; allowed: input (a literal ${ is written $${) (input)",
                        "ERROR /components/s/settings/names/0: the environment variable \"NONE\" is not set",
                        "ERROR /components/s/settings/names/1: there is no secret \"KEY\"",
                        "ERROR /components/s/settings/headers/h: found \"${y\" without a closing }; allowed: ${name}, or $${ for a literal ${");
    }

    @Test
    void aParameterWithoutAValueIsMissingForARunAndLetPassInACheck() {
        String graph = "'parameters': {'n': {'type': 'integer'}}, 'components': {'r': {'type': 'test.read', "
                + "'settings': {'path': 'x', 'lines': '${n}', 'every': 'soon'}}}";

        assertThat(new PlannerFixture().problems(graph))
                .contains("ERROR /parameters/n: the parameter \"n\" has no value; it has no default, so give it one");
        assertThat(new PlannerFixture().checkOnly().problems(graph))
                .containsExactly("ERROR /components/r/settings/every: \"soon\" is not a duration: expected a number "
                        + "with a unit, such as 250ms, 10s, 5m or 1h");
        assertThat(new PlannerFixture().checkOnly().plan(graph).plan()).isEmpty();
    }

    @Test
    void parametersGivenAreCheckedAgainstTheirTypes() {
        String graph = "'parameters': {'n': {'type': 'integer', 'default': 1.5}, 'b': {'type': 'boolean'}}";

        assertThat(new PlannerFixture().given("b", "yes").given("m", "1").problems(graph))
                .containsExactly(
                        "ERROR /parameters: the unknown parameter \"m\" was given; allowed: n, b (n)",
                        "ERROR /parameters/n/default: found the number 1.5; allowed: a whole number",
                        "ERROR /parameters/b: the value given for the parameter \"b\": found the text \"yes\"; allowed: true or false");
    }

    @Test
    void aSecretIsNeverInAnErrorMessage() {
        String secret = "s3cr3t".repeat(20);
        List<String> problems = new PlannerFixture()
                .secret("KEY", secret)
                .given("pin", "12345secret")
                .problems("""
                        'parameters': {'pin': {'type': 'secret'}},
                        'components': {
                          'a': {'type': 'test.read', 'settings': {'path': 'x', 'lines': 'n${secret:KEY}', 'every': '${secret:KEY}'}},
                          'b': {'type': 'test.read', 'settings': {'path': 'x', 'lines': '${pin}'}}}""");

        assertThat(problems)
                .containsExactly(
                        "ERROR /components/a/settings/lines: found ***; allowed: a whole number, 0 or more",
                        "ERROR /components/a/settings/every: found ***, which does not fit",
                        "ERROR /components/b/settings/lines: found ***; allowed: a whole number, 0 or more");
    }

    @Test
    void aSecretParameterComesFromTheSecretsWhereItIsNotGiven() {
        RunPlan plan = new PlannerFixture()
                .secret("pin", "4711")
                .run("'parameters': {'pin': {'type': 'secret'}}, 'components': {'s': {'type': 'test.split', "
                        + "'settings': {'pattern': '${pin}'}}}");

        assertThat(((SampleComponents.SplitSettings)
                                plan.components().getFirst().settings())
                        .pattern())
                .isEqualTo("4711");
        assertThat(plan.redact("4711")).isEqualTo("***");
        assertThat(new PlannerFixture().problems("'parameters': {'pin': {'type': 'secret', 'default': 'x'}}"))
                .containsExactly("ERROR /parameters/pin/default: a secret has no default, since everyone who has the "
                        + "file could read it");
    }

    @Test
    void anyValueKeepsItsTypeThroughAReference() {
        RunPlan plan = new PlannerFixture()
                .given("x", "1.50")
                .run("'parameters': {'x': {'type': 'number'}}, 'components': {'s': {'type': 'test.split', "
                        + "'settings': {'any': {'deep': ['${x}', 'v${x}']}}}}");

        assertThat(((SampleComponents.SplitSettings)
                                plan.components().getFirst().settings())
                        .any())
                .contains(DataRecord.of("deep", List.of(new java.math.BigDecimal("1.50"), "v1.50")));
    }
}
