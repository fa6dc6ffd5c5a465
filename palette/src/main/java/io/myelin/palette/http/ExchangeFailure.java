package io.myelin.palette.http;

import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLException;

/**
 * Why no answer came.
 *
 * @param kind what went wrong
 * @param text the same for people, with what to do
 */
record ExchangeFailure(Kind kind, String text) {
    /** What can go wrong. */
    enum Kind {
        /** No connection came about, so nothing was asked. */
        NOT_CONNECTED,
        /** The time was over. */
        TIMED_OUT,
        /** Something else, which trying again would hardly mend. */
        OTHER
    }

    /** What {@code thrown} means for a request to {@code address} that had {@code timeout} (a text) to be answered. */
    static ExchangeFailure of(Throwable thrown, WebAddress address, String timeout) {
        String server = address.server();
        Throwable cause = thrown instanceof CompletionException wrapper && wrapper.getCause() != null
                ? wrapper.getCause()
                : thrown;
        return switch (cause) {
            case HttpConnectTimeoutException _ -> timedOut(server, timeout);
            case HttpTimeoutException _ -> timedOut(server, timeout);
            case CancellationException _ -> timedOut(server, timeout);
            case ConnectException refused
            when isUnresolved(refused) ->
                new ExchangeFailure(
                        Kind.NOT_CONNECTED,
                        "no host " + address.uri().getHost() + " is known: check its spelling and the network");
            case ConnectException _ ->
                new ExchangeFailure(
                        Kind.NOT_CONNECTED,
                        server + " took no connection: check that the server is running and listens on that port");
            case SSLException flaw ->
                new ExchangeFailure(
                        Kind.OTHER,
                        "no safe connection to " + server + " (" + flaw.getMessage()
                                + "): check its certificate, and whether it expects http:// instead");
            case BoundedBody.TooLarge large ->
                new ExchangeFailure(
                        Kind.OTHER,
                        "the answer of " + server + " has " + large.getMessage()
                                + ", more than is taken: ask for less of it at a time");
            default ->
                new ExchangeFailure(
                        Kind.OTHER,
                        server + " gave no proper answer (" + detail(cause)
                                + "): check that a web server listens there, and its log");
        };
    }

    private static ExchangeFailure timedOut(String server, String timeout) {
        return new ExchangeFailure(
                Kind.TIMED_OUT,
                server + " did not answer in full within " + timeout
                        + ": check the server, or give a longer `timeout`");
    }

    private static boolean isUnresolved(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException) {
                return true;
            }
        }
        return false;
    }

    private static String detail(Throwable failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }
}
