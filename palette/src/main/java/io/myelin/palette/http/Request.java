package io.myelin.palette.http;

import io.myelin.engine.component.Box;
import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.ComponentInfo;
import io.myelin.engine.component.Durations;
import io.myelin.engine.component.Execution;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.ItemException;
import io.myelin.engine.component.MessageType;
import io.myelin.engine.component.OutsideWork;
import io.myelin.engine.component.Reach;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.component.Setting;
import io.myelin.engine.component.Timer;
import io.myelin.engine.message.Bytes;
import io.myelin.palette.ErrorsBox;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** {@code http.request}: asks a web server, once for each message. */
@ComponentInfo(
        id = "http.request",
        title = "Web request",
        summary = "Makes one web request for each message and sends the answer.",
        help = """
                Makes one request for each message and sends its answer as a record: `status` (an integer), `headers` \
                (a record of texts, names in lower case, several of one name joined by `, `) and `body` (text, by the \
                encoding that the answer names; bytes where it is no text). Every answer of a server is sent, `404` \
                and `500` too. One request is under way at a time, so the answers come in the order of the messages.

                With a method that sends something along (`POST`, `PUT`, `PATCH`) the message becomes the body: text \
                as plain text, bytes as they are, anything else as JSON; a header `Content-Type` in the settings says \
                otherwise. With other methods a message only says when. A record that has no fields but `url`, \
                `headers` and `body` says for one request what differs: another address (also one relative to `url`), \
                further headers, the body. Redirects are followed, but never from `https` to `http`.

                `timeout` holds for each request with all of its answer. `retries` tries again, after 0.2 s, then \
                twice as long each time (10 s at most): after a failed connection, and for methods that may be \
                repeated (not `POST` and `PATCH`) also after a timeout or an answer of 500 and above. What gets no \
                answer in the end, or one of more than 64 MiB, or rubbish, is an item for `errors`. On a hard stop the \
                request under way is broken off.

                **Example:** `url` `https://example.org/` behind a timer looks after a page:
                `{"status":200,"headers":{…},"body":"…"}`
                """,
        icon = "mdi2w-web",
        inboxes = @Box(name = "inbox", help = "A message for each request to make."),
        outboxes = {
            @Box(
                    name = "outbox",
                    types = MessageType.RECORD,
                    help = "The answers, each a record of `status`, `headers` and `body`."),
            @Box(name = ErrorsBox.NAME, types = MessageType.RECORD, help = ErrorsBox.HELP)
        },
        executions = {Execution.TASKLET, Execution.THREAD, Execution.PROCESS},
        reaches = Reach.NETWORK)
public final class Request implements ReactiveComponent {
    private static final long LARGEST_BODY = 64L << 20;
    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final int SERVER_ERROR = 500;

    private final Settings settings;
    private ComponentContext context;
    private Inbox inbox;
    private HttpClient client;
    private boolean stopped;

    /**
     * The settings.
     *
     * @param url where to
     * @param method what for
     * @param headers what is said besides
     * @param timeout how long an exchange may take
     * @param retries how often to try again
     */
    public record Settings(
            @Setting(help = "The address to ask, with http:// or https://.", example = "https://example.org/data.json")
            WebAddress url,

            @Setting(
                    help = "`GET`, `HEAD`, `POST`, `PUT`, `PATCH`, `DELETE` or `OPTIONS`.",
                    defaultValue = "GET",
                    example = "POST")
            Method method,

            @Setting(
                    help = "Headers to send, by name.",
                    example = "{\"Accept\": \"application/json\", \"Authorization\": \"Bearer ${secret:TOKEN}\"}")
            Map<String, String> headers,

            @Setting(help = "How long one request may take, with all of its answer.", defaultValue = "30s")
            Duration timeout,

            @Setting(
                    help = "How often to try again where that may help.",
                    defaultValue = "0",
                    unit = "times",
                    min = 0,
                    max = 100)
            int retries) {
        /** Refuses headers that can't be sent, and a timeout of 0. */
        public Settings {
            if (!timeout.isPositive()) {
                throw new IllegalArgumentException(
                        "`timeout` is 0, so no request could be answered: give some time," + " such as 30s");
            }
            Question.request(url, method, headers);
        }
    }

    /** Made by the engine. */
    public Request(Settings settings) {
        this.settings = settings;
    }

    @Override
    public void onStart(ComponentContext context) {
        this.context = context;
        inbox = context.inbox();
        client = HttpClient.newBuilder()
                .connectTimeout(settings.timeout())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    @Override
    public void onMessage(Inbox inbox, Object message) {
        Question question = Question.of(message, settings);
        inbox.hold();
        ask(question, settings.retries(), FIRST_WAIT);
    }

    private void ask(Question question, int retries, Duration wait) {
        OutsideWork answer = context.expect("an answer of " + question.address().server());
        CompletableFuture<HttpResponse<Bytes>> exchange =
                client.sendAsync(question.request(), BoundedBody.handler(LARGEST_BODY));
        Timer timeout = context.schedule(settings.timeout(), () -> exchange.cancel(true));
        CompletableFuture<HttpResponse<Bytes>> _ = exchange.whenComplete((response, failure) -> context.execute(() -> {
            answer.done();
            if (stopped) {
                return;
            }
            timeout.cancel();
            onAnswer(question, response, failure, retries, wait);
        }));
    }

    private void onAnswer(
            Question question,
            @Nullable HttpResponse<Bytes> response,
            @Nullable Throwable thrown,
            int retries,
            Duration wait) {
        ExchangeFailure failure = thrown == null
                ? null
                : ExchangeFailure.of(thrown, question.address(), Durations.format(settings.timeout()));
        if (retries > 0 && mayHelpToRepeat(question.method(), response, failure)) {
            Duration doubled = wait.multipliedBy(2);
            Duration next = doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled;
            context.schedule(wait, () -> ask(question, retries - 1, next));
            return;
        }
        inbox.resume();
        if (failure != null) {
            throw new ItemException(failure.text(), thrown, question.item());
        }
        if (response != null) {
            context.outbox().send(Answer.record(response));
        }
    }

    private static boolean mayHelpToRepeat(
            Method method, @Nullable HttpResponse<Bytes> response, @Nullable ExchangeFailure failure) {
        if (failure != null && failure.kind() == ExchangeFailure.Kind.NOT_CONNECTED) {
            return true;
        }
        boolean passing = failure == null
                ? response != null && response.statusCode() >= SERVER_ERROR
                : failure.kind() == ExchangeFailure.Kind.TIMED_OUT;
        return passing && method.isRepeatable();
    }

    @Override
    public void onStop() {
        stopped = true;
        if (client != null) {
            client.shutdownNow();
        }
    }
}
