package io.myelin.palette.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** The address of something on a web server: {@code http} or {@code https}, with a host. Immutable. */
public final class WebAddress {
    private final URI uri;

    private WebAddress(URI uri) {
        this.uri = uri;
    }

    /** Reads an address; throws IllegalArgumentException, with a sentence for people, for what is none. */
    public static WebAddress parse(String text) {
        try {
            return of(new URI(text), text);
        } catch (URISyntaxException flaw) {
            throw new IllegalArgumentException("\"" + text + "\" is no web address: " + flaw.getReason()
                    + (flaw.getIndex() < 0 ? "" : " at character " + (flaw.getIndex() + 1))
                    + ". Write a blank as %20");
        }
    }

    private static WebAddress of(URI uri, String text) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no web address: it begins with neither http:// nor" + " https://");
        }
        if (uri.getHost() == null) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no web address: it names no host, as in" + " http://localhost:8080/data");
        }
        return new WebAddress(uri);
    }

    /** The address that {@code text} means when it stands on this one's page; throws as {@link #parse} does. */
    WebAddress resolve(String text) {
        try {
            URI other = uri.resolve(new URI(text));
            return of(other, text);
        } catch (URISyntaxException _) {
            return parse(text);
        }
    }

    /** The address as the platform has it. */
    URI uri() {
        return uri;
    }

    /** Whether what goes to and fro is enciphered. */
    boolean isSecure() {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    /** Host and port, for error messages: no more of an address is shown, since the rest may hold secrets. */
    String server() {
        return uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WebAddress address && address.uri.equals(uri);
    }

    @Override
    public int hashCode() {
        return uri.hashCode();
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
