package io.myelin.palette.http;

import io.myelin.engine.component.ItemException;
import io.myelin.engine.message.Bytes;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.MessageText;
import io.myelin.palette.Expected;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * One request that a message asks for.
 *
 * @param item the message
 * @param address where to
 * @param method what for
 * @param request the request itself
 */
record Question(Object item, WebAddress address, Method method, HttpRequest request) {
    private static final Set<String> OVERRIDES = Set.of("url", "headers", "body");

    /** The request for {@code message}; throws ItemException, with a sentence for people, where it makes none. */
    static Question of(Object message, Request.Settings settings) {
        boolean overrides =
                message instanceof DataRecord record && !record.isEmpty() && OVERRIDES.containsAll(record.keySet());
        DataRecord given = overrides ? (DataRecord) message : DataRecord.empty();
        WebAddress address = address(given, settings.url());
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(settings.headers());
        headers.putAll(headers(given));
        Optional<Object> body = Optional.ofNullable(given.get("body"));
        if (body.isEmpty() && !overrides && settings.method().takesBody()) {
            body = Optional.of(message);
        }
        body.ifPresent(content -> headers.putIfAbsent("Content-Type", contentType(content)));
        try {
            return new Question(
                    message,
                    address,
                    settings.method(),
                    request(address, settings.method(), headers)
                            .method(
                                    settings.method().name(),
                                    body.map(Question::publisher).orElseGet(BodyPublishers::noBody))
                            .build());
        } catch (IllegalArgumentException flaw) {
            throw new ItemException("the request can't be made: " + flaw.getMessage(), flaw);
        }
    }

    /** Begins a request; throws IllegalArgumentException, naming the header, for one that can't be sent. */
    static HttpRequest.Builder request(WebAddress address, Method method, Map<String, String> headers) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(address.uri())
                .method(method.name(), BodyPublishers.noBody())
                .version(address.isSecure() ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1);
        headers.forEach((name, value) -> {
            try {
                builder.setHeader(name, value);
            } catch (IllegalArgumentException flaw) {
                // The platform's own text shows the value, which may be a secret.
                throw new IllegalArgumentException("the header \"" + name
                        + "\" can't be sent: its name or value has characters that no header may have, or it is one"
                        + " that is set by itself, such as Host, Connection or Content-Length");
            }
        });
        return builder;
    }

    private static WebAddress address(DataRecord given, WebAddress standing) {
        Object url = given.get("url");
        if (url == null) {
            return standing;
        }
        try {
            return standing.resolve(Expected.text(url));
        } catch (IllegalArgumentException flaw) {
            throw new ItemException("the field `url`: " + flaw.getMessage(), flaw);
        }
    }

    private static Map<String, String> headers(DataRecord given) {
        Object headers = given.get("headers");
        if (headers == null) {
            return Map.of();
        }
        if (!(headers instanceof DataRecord record)) {
            throw Expected.instead("a record of names and texts in the field `headers`", headers);
        }
        Map<String, String> texts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        record.forEach((name, value) -> texts.put(name, MessageText.of(value)));
        return texts;
    }

    private static String contentType(Object content) {
        return switch (content) {
            case String _ -> "text/plain; charset=utf-8";
            case Bytes _ -> "application/octet-stream";
            default -> "application/json";
        };
    }

    private static BodyPublisher publisher(Object content) {
        return content instanceof Bytes bytes
                ? BodyPublishers.ofByteArray(bytes.toArray())
                : BodyPublishers.ofString(MessageText.of(content));
    }
}
