package io.myelin.palette;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.myelin.engine.component.BoxDeclaration;
import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.component.ComponentType;
import io.myelin.engine.component.Execution;
import io.myelin.engine.component.MessageType;
import io.myelin.engine.component.SettingDeclaration;
import io.myelin.engine.message.Bytes;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.Status;
import io.myelin.engine.run.BenchResult;
import io.myelin.engine.run.BenchRun;
import io.myelin.engine.run.ComponentBench;
import io.myelin.engine.run.ComponentStatus;
import io.myelin.engine.run.RunOutcome;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kordamp.ikonli.IkonHandler;

@DisplayName("Every component of the palette")
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class EveryComponentTest {
    /** Sources that go on without end, and so finish only when they are told to. */
    private static final List<String> WITHOUT_END = List.of("source.timer");

    @TempDir
    Path folder;

    static Stream<ComponentType> types() {
        return ComponentCatalog.installed().types().stream()
                .filter(type -> type.componentClass().getName().startsWith("io.myelin.palette."));
    }

    static Stream<Arguments> typesAndExecutions() {
        return types().flatMap(type -> type.executions().stream()
                .filter(execution -> execution != Execution.PROCESS)
                .map(execution -> Arguments.of(type, execution)));
    }

    private ComponentBench bench(ComponentType type, Execution execution, int port) throws Exception {
        Path file = Files.writeString(folder.resolve("lines.txt"), "one\ntwo\nthree\n");
        Record settings = new ExampleSettings(
                        folder,
                        file,
                        Map.of(
                                "http.request/url",
                                "\"http://127.0.0.1:" + port + "/\"",
                                "source.timer/every",
                                "\"1ms\"",
                                "flow.delay/by",
                                "\"1ms\""))
                .of(type);
        ComponentBench bench =
                ComponentBench.of(type.componentClass(), settings).on(execution);
        for (BoxDeclaration inbox : type.inboxes(settings)) {
            bench.given(inbox.name(), messages(inbox));
        }
        return bench;
    }

    /** Some messages that the inbox takes, and some that it may refuse. */
    private static Object[] messages(BoxDeclaration inbox) {
        if (inbox.types().contains(MessageType.BOOLEAN)) {
            return new Object[] {true, "odd"};
        }
        return new Object[] {
            "a,b", "1,2", DataRecord.of("a", 1L, "b", "x"), List.of(1L, "two"), 3L, true, Bytes.copyOf(new byte[] {'x'})
        };
    }

    private interface WithPort {
        void test(int port) throws Exception;
    }

    private static void withServer(WithPort test) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(204, -1);
            }
        });
        server.start();
        try {
            test.test(server.getAddress().getPort());
        } finally {
            server.stop(0);
        }
    }

    @ParameterizedTest(name = "{0} as {1}")
    @MethodSource("typesAndExecutions")
    void g04_ends_in_order_at_the_end_of_its_input(ComponentType type, Execution execution) throws Exception {
        withServer(port -> {
            ComponentBench bench = bench(type, execution, port);
            if (WITHOUT_END.contains(type.id())) {
                bench.given("control", Status.finished("test"));
            }
            BenchResult result = bench.run();
            assertThat(result.outcome().failures()).isEmpty();
            assertThat(result.outcome().ending()).isEqualTo(RunOutcome.Ending.FINISHED);
            assertThat(result.counts().status()).isEqualTo(ComponentStatus.FINISHED);
            assertThat(result.signals()).containsExactly(Status.finished(ComponentBench.PATH));
        });
    }

    @ParameterizedTest(name = "{0} as {1}")
    @MethodSource("typesAndExecutions")
    void g04_ends_promptly_at_a_hard_stop_and_passes_it_on(ComponentType type, Execution execution) throws Exception {
        withServer(port -> {
            ComponentBench bench = bench(type, execution, port);
            type.declaredOutboxes().forEach(outbox -> bench.fullAfter(outbox.name(), 1));
            Object stop = Status.stop("enough");
            BenchRun run = bench.given("control", stop).start();
            run.awaitCounts(counts ->
                    counts.status() == ComponentStatus.STOPPED || counts.status() == ComponentStatus.FINISHED);
            BenchResult result = run.endAll().awaitEnd();
            assertThat(result.outcome().failures()).isEmpty();
            if (result.counts().status() == ComponentStatus.STOPPED) {
                assertThat(result.signals()).singleElement().isSameAs(stop);
            }
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("types")
    void is_documented_in_full(ComponentType type) {
        assertThat(type.id()).matches("[a-z]+\\.[a-z-]+");
        assertThat(type.title()).matches("[A-Z].{2,24}");
        assertThat(type.summary()).hasSizeBetween(10, 100).endsWith(".").doesNotContain("\n");
        assertThat(type.help()).as("help").hasSizeGreaterThan(120).contains("Example");
        Stream.concat(type.declaredInboxes().stream(), type.declaredOutboxes().stream())
                .forEach(box -> assertThat(box.help()).as(box.name()).endsWith("."));
        type.settings().declarations().forEach(EveryComponentTest::checkSetting);
    }

    private static void checkSetting(SettingDeclaration setting) {
        assertThat(setting.help()).as(setting.name()).endsWith(".");
        if (setting.required()) {
            assertThat(setting.example()).as("example of " + setting.name()).isNotEmpty();
        }
        setting.fields().forEach(EveryComponentTest::checkSetting);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("types")
    void has_an_icon_of_the_pack(ComponentType type) {
        IkonHandler handler = ServiceLoader.load(IkonHandler.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(candidate -> candidate.supports(type.icon()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(type.icon() + " is of no icon pack"));
        assertThat(handler.resolve(type.icon()).getDescription()).isEqualTo(type.icon());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("types")
    void has_settings_that_need_nothing_but_its_examples(ComponentType type) throws Exception {
        Path file = Files.writeString(folder.resolve("lines.txt"), "one\n");
        Record settings = new ExampleSettings(folder, file, Map.of()).of(type);
        assertThat(type.create(settings)).isNotNull();
    }
}
