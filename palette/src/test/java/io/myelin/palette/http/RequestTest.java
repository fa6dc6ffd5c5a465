package io.myelin.palette.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.myelin.engine.component.ComponentType;
import io.myelin.engine.component.Execution;
import io.myelin.engine.graph.FailurePolicy;
import io.myelin.engine.message.Bytes;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.JsonValues;
import io.myelin.engine.run.BenchResult;
import io.myelin.engine.run.BenchRun;
import io.myelin.engine.run.ComponentBench;
import io.myelin.engine.run.ComponentStatus;
import io.myelin.palette.Bench;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("http.request")
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class RequestTest {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<AutoCloseable> open = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stopServer() throws Exception {
        server.stop(0);
        for (AutoCloseable one : open) {
            one.close();
        }
        threads.shutdownNow();
    }

    private interface Handling {
        void handle(HttpExchange exchange) throws IOException;
    }

    private void on(String path, Handling handling) {
        server.createContext(path, exchange -> {
            try (exchange) {
                handling.handle(exchange);
            }
        });
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        if (type != null) {
            exchange.getResponseHeaders().set("Content-Type", type);
        }
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        answer(exchange, status, "text/plain; charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private Bench request(String url, String more) throws Exception {
        return Bench.of(Request.class, "{\"url\":\"" + url + "\"" + more + "}").start();
    }

    private static DataRecord record(Object message) {
        return (DataRecord) message;
    }

    /** A server that does with each connection what it is told to; its address. */
    private String rawServer(Raw behaviour) throws IOException {
        ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        open.add(socket);
        threads.execute(() -> {
            while (!socket.isClosed()) {
                try (Socket connection = socket.accept()) {
                    readRequest(connection);
                    behaviour.serve(connection);
                } catch (IOException _) {
                    // The client went away, or the test is over.
                }
            }
        });
        return "http://127.0.0.1:" + socket.getLocalPort() + "/secret-path";
    }

    private interface Raw {
        void serve(Socket connection) throws IOException;
    }

    private static void readRequest(Socket connection) throws IOException {
        int newLines = 0;
        while (newLines < 2) {
            int next = connection.getInputStream().read();
            if (next < 0) {
                return;
            }
            newLines = next == '\n' ? newLines + 1 : next == '\r' ? newLines : 0;
        }
    }

    private static void hang(Socket connection) throws IOException {
        while (connection.getInputStream().read() >= 0) {
            // Whatever comes, no answer.
        }
    }

    @Test
    void sends_status_headers_and_body_of_each_answer_in_order() throws Exception {
        AtomicInteger count = new AtomicInteger();
        on("/", exchange -> {
            exchange.getResponseHeaders().add("X-Number", "a");
            exchange.getResponseHeaders().add("X-Number", "b");
            answer(
                    exchange,
                    200,
                    "Grüße " + count.incrementAndGet()
                            + exchange.getRequestHeaders().getFirst("X-Key"));
        });
        Bench bench = request(url("/"), ",\"headers\":{\"X-Key\":\"k\"}")
                .send(1L, "two", true)
                .end();
        bench.awaitFinished();
        assertThat(bench.sent().stream()
                        .map(answer -> record(answer).get("body"))
                        .toList())
                .isEqualTo(List.of("Grüße 1k", "Grüße 2k", "Grüße 3k"));
        assertThat(record(bench.sent().getFirst()).get("status")).isEqualTo(200L);
        assertThat(record(record(bench.sent().getFirst()).get("headers")).get("x-number"))
                .isEqualTo("a, b");
    }

    @Test
    void has_one_request_under_way_and_lets_the_others_wait() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger atOnce = new AtomicInteger();
        on("/", exchange -> {
            atOnce.incrementAndGet();
            arrived.countDown();
            await(go);
            answer(exchange, 200, "done");
        });
        Bench bench = request(url("/"), "").send(1L, 2L, 3L);
        await(arrived);
        assertThat(bench.waiting()).isEqualTo(2);
        assertThat(atOnce).hasValue(1);
        go.countDown();
        bench.end().awaitFinished();
        assertThat(bench.sent()).hasSize(3);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 500, 204})
    void every_answer_of_a_server_is_sent(int status) throws Exception {
        on("/", exchange -> answer(exchange, status, null, new byte[0]));
        Bench bench = request(url("/"), "").send(1L).end().awaitFinished();
        assertThat(record(bench.sent().getFirst()).get("status")).isEqualTo((long) status);
        assertThat(record(bench.sent().getFirst()).get("body")).isEqualTo("");
    }

    @ParameterizedTest
    @CsvSource({
        "text/html; charset=ISO-8859-1, true",
        "application/json, false",
        "application/vnd.x+json; charset=\"latin1\", true",
        "application/octet-stream; charset=windows-1252, true"
    })
    void text_is_read_by_the_encoding_that_the_answer_names(String type, boolean latin) throws Exception {
        byte[] body = "Käse".getBytes(latin ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
        on("/", exchange -> answer(exchange, 200, type, body));
        Bench bench = request(url("/"), "").send(1L).end().awaitFinished();
        assertThat(record(bench.sent().getFirst()).get("body")).isEqualTo("Käse");
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "text/plain; charset=utf-8", "text/plain; charset=no-such", ""})
    void what_is_no_text_comes_as_bytes(String type) throws Exception {
        byte[] body = {(byte) 0x89, 'P', (byte) 0xFF};
        on("/", exchange -> answer(exchange, 200, type.isEmpty() ? null : type, body));
        Bench bench = request(url("/"), "").send(1L).end().awaitFinished();
        assertThat(record(bench.sent().getFirst()).get("body")).isEqualTo(Bytes.copyOf(body));
    }

    @Test
    void a_message_becomes_the_body_where_the_method_takes_one() throws Exception {
        List<String> got = new CopyOnWriteArrayList<>();
        on("/", exchange -> {
            got.add(exchange.getRequestMethod() + " "
                    + exchange.getRequestHeaders().getFirst("Content-Type") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(exchange, 200, "");
        });
        request(url("/"), ",\"method\":\"post\"")
                .send("tëxt", DataRecord.of("a", 1L), Bytes.copyOf(new byte[] {'b'}), List.of(1L), DataRecord.empty())
                .end()
                .awaitFinished();
        request(url("/"), "").send("text").end().awaitFinished();
        assertThat(got)
                .containsExactly(
                        "POST text/plain; charset=utf-8 tëxt",
                        "POST application/json {\"a\":1}",
                        "POST application/octet-stream b",
                        "POST application/json [1]",
                        "POST application/json {}",
                        "GET null ");
    }

    @Test
    void a_record_may_say_what_differs_for_one_request() throws Exception {
        List<String> got = new CopyOnWriteArrayList<>();
        on("/", exchange -> {
            got.add(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("X-A") + " "
                    + exchange.getRequestHeaders().getFirst("Content-Type") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(exchange, 200, "");
        });
        Bench bench = request(url("/base/x"), ",\"method\":\"PUT\",\"headers\":{\"X-A\":\"0\"}");
        bench.send(
                        JsonValues.parse("{\"url\":\"y?q=1\"}"),
                        JsonValues.parse("{\"headers\":{\"x-a\":\"1\",\"content-type\":\"text/css\"},\"body\":\"b\"}"),
                        JsonValues.parse("{\"body\":{\"n\":1.50}}"),
                        JsonValues.parse("{\"url\":\"y\",\"title\":\"data\"}"))
                .end()
                .awaitFinished();
        assertThat(got)
                .containsExactly(
                        "/base/y?q=1 0 null ",
                        "/base/x 1 text/css b",
                        "/base/x 0 application/json {\"n\":1.50}",
                        "/base/x 0 application/json {\"url\":\"y\",\"title\":\"data\"}");
    }

    @Test
    void a_record_that_asks_for_what_can_not_be_is_an_error() throws Exception {
        Bench bench = request(url("/"), "");
        bench.send(
                        JsonValues.parse("{\"url\":\"file:///etc/passwd\"}"),
                        JsonValues.parse("{\"headers\":\"x\"}"),
                        JsonValues.parse("{\"headers\":{\"Host\":\"x\"}}"),
                        JsonValues.parse("{\"url\":7}"))
                .end()
                .awaitFinished();
        assertThat(bench.errors().get(0)).contains("the field `url`", "neither http:// nor https://");
        assertThat(bench.errors().get(1)).contains("expected a record of names and texts");
        assertThat(bench.errors().get(2)).contains("the header \"Host\" can't be sent");
        assertThat(bench.errors().get(3)).contains("expected text, but found the number 7");
    }

    @Test
    void a_server_that_refuses_is_named_with_what_to_do() throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        Bench bench = request("http://127.0.0.1:" + port + "/secret", "")
                .send("item")
                .end()
                .awaitFinished();
        assertThat(bench.errors())
                .containsExactly("127.0.0.1:" + port
                        + " took no connection: check that the server is running and listens on that port");
        assertThat(record(bench.sent("errors").getFirst()).get("item")).isEqualTo("item");
    }

    @Test
    void an_unknown_host_is_named() throws Exception {
        Bench bench = request("http://no-such-host.invalid/", "").send(1L).end().awaitFinished();
        assertThat(bench.errors()).singleElement().asString().contains("no host no-such-host.invalid is known");
    }

    @Test
    void a_server_that_hangs_is_given_up_after_the_timeout() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        String url = rawServer(connection -> {
            asked.countDown();
            hang(connection);
        });
        Bench bench = request(url, ",\"timeout\":\"5s\"").send(1L).end();
        await(asked);
        bench.advance(Duration.ofMillis(4999));
        assertThat(bench.errors()).isEmpty();
        bench.advance(Duration.ofMillis(1)).awaitFinished();
        assertThat(bench.errors()).singleElement().asString().contains("did not answer in full within 5s", "`timeout`");
    }

    @Test
    void the_timeout_holds_for_the_body_too() throws Exception {
        CountDownLatch halfway = new CountDownLatch(1);
        String url = rawServer(connection -> {
            write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
            halfway.countDown();
            hang(connection);
        });
        Bench bench = request(url, ",\"timeout\":\"1s\"").send(1L).end();
        await(halfway);
        bench.advance(Duration.ofSeconds(1)).awaitFinished();
        assertThat(bench.errors()).singleElement().asString().contains("did not answer in full within 1s");
    }

    private static void write(Socket connection, String text) throws IOException {
        connection.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        connection.getOutputStream().flush();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SSH-2.0-OpenSSH_9.6\r\n",
                "HTTP/1.1 abc OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: ten\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"
            })
    void rubbish_for_an_answer_is_an_error_and_the_next_message_is_taken(String rubbish) throws Exception {
        AtomicInteger count = new AtomicInteger();
        String url = rawServer(connection -> write(
                connection,
                count.incrementAndGet() == 1
                        ? rubbish
                        : "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok"));
        Bench bench = request(url, ",\"method\":\"POST\"").send("a", "b").end().awaitFinished();
        assertThat(bench.errors()).singleElement().asString().contains("127.0.0.1:", "gave no proper answer");
        assertThat(bench.errors().getFirst()).doesNotContain("secret");
        assertThat(record(bench.sent().getFirst()).get("body")).isEqualTo("ok");
    }

    @Test
    void an_endless_body_is_broken_off() throws Exception {
        String url = rawServer(connection -> {
            write(connection, "HTTP/1.1 200 OK\r\n\r\n");
            OutputStream out = connection.getOutputStream();
            byte[] more = new byte[1 << 20];
            while (true) {
                out.write(more);
            }
        });
        Bench bench = request(url, "").send(1L).end().awaitFinished();
        assertThat(bench.errors()).singleElement().asString().contains("more than 64 MiB");
    }

    @Test
    void tries_again_after_a_passing_error_of_the_server() throws Exception {
        AtomicInteger count = new AtomicInteger();
        on("/", exchange -> answer(exchange, count.incrementAndGet() < 3 ? 503 : 200, "n" + count.get()));
        Bench bench = request(url("/"), ",\"retries\":5").send(1L);
        await(bench, () -> count.get() == 1);
        bench.advance(Duration.ofMillis(200));
        await(bench, () -> count.get() == 2);
        bench.advance(Duration.ofMillis(400)).end().awaitFinished();
        assertThat(bench.sent()).hasSize(1);
        assertThat(record(bench.sent().getFirst()).get("body")).isEqualTo("n3");
    }

    private static void await(Bench bench, java.util.function.BooleanSupplier condition) throws Exception {
        bench.await(() -> condition.getAsBoolean() && !bench.expectsAnything());
    }

    @Test
    void never_repeats_what_may_not_be_repeated() throws Exception {
        AtomicInteger count = new AtomicInteger();
        on("/", exchange -> {
            count.incrementAndGet();
            answer(exchange, 500, "no");
        });
        Bench bench = request(url("/"), ",\"retries\":5,\"method\":\"POST\"")
                .send("a")
                .end()
                .awaitFinished();
        assertThat(count).hasValue(1);
        assertThat(record(bench.sent().getFirst()).get("status")).isEqualTo(500L);
    }

    @Test
    void a_hard_stop_breaks_off_the_request_under_way() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch brokenOff = new CountDownLatch(1);
        String url = rawServer(connection -> {
            asked.countDown();
            try {
                hang(connection);
            } finally {
                brokenOff.countDown();
            }
        });
        Bench bench = request(url, "").send(1L);
        await(asked);
        bench.stop();
        await(brokenOff);
        assertThat(bench.sent()).isEmpty();
        assertThat(bench.errors()).isEmpty();
    }

    private ComponentBench onTheEngine(String url, String more) {
        ComponentType type = ComponentType.of(Request.class);
        return ComponentBench.of(Request.class, Bench.settings(type, "{\"url\":\"" + url + "\"" + more + "}"));
    }

    @ParameterizedTest
    @EnumSource(names = {"TASKLET", "THREAD"})
    void on_the_engine_a_request_under_way_is_waited_for_and_stops_promptly(Execution execution) throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch brokenOff = new CountDownLatch(1);
        String url = rawServer(connection -> {
            asked.countDown();
            try {
                hang(connection);
            } finally {
                brokenOff.countDown();
            }
        });
        BenchRun run =
                onTheEngine(url, "").on(execution).given("inbox", 1L, 2L, 3L).start();
        await(asked);
        assertThat(run.graphRun().awaitEnd(Duration.ofMillis(200)))
                .as("no stall")
                .isEmpty();
        run.stop().awaitCounts(counts -> counts.status() == ComponentStatus.STOPPED);
        await(brokenOff);
        BenchResult result = run.endAll().awaitEnd();
        assertThat(result.outcome().failures()).isEmpty();
        assertThat(result.counts().inboxes().get("inbox").unread()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"TASKLET", "THREAD"})
    void on_the_engine_answers_come_in_order_through_a_full_outbox(Execution execution) {
        on(
                "/",
                exchange -> answer(
                        exchange, 200, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        Object[] messages = IntStream.range(0, 200).mapToObj(i -> "m" + i).toArray();
        BenchResult result = onTheEngine(url("/"), ",\"method\":\"POST\"")
                .on(execution)
                .fullAfter("outbox", 1)
                .capacity("inbox", 2)
                .given("inbox", messages)
                .run();
        assertThat(result.outbox().stream()
                        .map(answer -> record(answer).get("body"))
                        .toList())
                .isEqualTo(List.of(messages));
    }

    @Test
    void on_the_engine_the_policy_decides_where_errors_is_not_linked() throws Exception {
        AtomicInteger count = new AtomicInteger();
        String url = rawServer(connection -> write(
                connection,
                count.incrementAndGet() == 1
                        ? "rubbish\r\n\r\n"
                        : "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok"));
        BenchResult result = onTheEngine(url, ",\"method\":\"POST\"")
                .unlinked("errors")
                .onError(FailurePolicy.SKIP)
                .given("inbox", "first", "second")
                .run();
        assertThat(result.outbox()).hasSize(1);
        assertThat(result.outcome().failures()).singleElement().satisfies(failure -> {
            assertThat(failure.item()).contains("first");
            assertThat(failure.message()).contains("gave no proper answer");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"url\":\"example.org\"}|neither http:// nor https://",
                "{\"url\":\"http:///x\"}|is no web address",
                "{\"url\":\"http://a b\"}|at character",
                "{\"url\":\"http://x\",\"method\":\"FETCH IT\"}|is no method",
                "{\"url\":\"http://x\",\"timeout\":\"0s\"}|`timeout` is 0",
                "{\"url\":\"http://x\",\"retries\":-1}|retries",
                "{\"url\":\"http://x\",\"headers\":{\"Connection\":\"close\"}}|the header \"Connection\" can't be sent",
                "{}|url"
            })
    void flaws_in_the_settings_are_found_before_anything_runs(String settings, String said) {
        assertThat(Bench.problems(Request.class, settings))
                .singleElement()
                .asString()
                .contains(said);
    }

    @Test
    void a_header_that_can_not_be_sent_does_not_show_its_value() {
        assertThat(Bench.problems(Request.class, "{\"url\":\"http://x\",\"headers\":{\"A\":\"s3cret\\u0000\"}}"))
                .singleElement()
                .asString()
                .contains("the header \"A\"")
                .doesNotContain("s3cret");
    }

    @Test
    void settings_are_equal_where_they_say_the_same() {
        assertThat(new Request.Settings(
                        WebAddress.parse("http://x/"), Method.parse("get"), Map.of(), Duration.ofSeconds(1), 0))
                .isEqualTo(new Request.Settings(
                        WebAddress.parse("http://x/"), Method.parse("GET"), Map.of(), Duration.ofSeconds(1), 0));
    }
}
