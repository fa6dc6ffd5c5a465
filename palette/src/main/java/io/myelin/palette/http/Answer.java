package io.myelin.palette.http;

import io.myelin.engine.message.Bytes;
import io.myelin.engine.message.DataRecord;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes the record of an answer. */
final class Answer {
    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([^\\s\";]+)");
    private static final Pattern TEXTUAL = Pattern.compile(
            "text/.*|application/(.*\\+)?(json|xml|yaml)|application/(x-ndjson|jsonl|javascript|ecmascript|toml|sql"
                    + "|x-www-form-urlencoded|graphql)|image/svg\\+xml");

    private Answer() {}

    /** {@code status}, {@code headers} and {@code body} of {@code response}. */
    static DataRecord record(HttpResponse<Bytes> response) {
        return DataRecord.builder()
                .put("status", (long) response.statusCode())
                .put("headers", headers(response.headers()))
                .put("body", body(response.headers().firstValue("Content-Type"), response.body()))
                .build();
    }

    private static DataRecord headers(HttpHeaders headers) {
        DataRecord.Builder record = DataRecord.builder();
        headers.map().forEach((name, values) -> record.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
        return record.build();
    }

    /** Text where it says, or where nothing is said and it reads as, text; else the bytes as they came. */
    private static Object body(Optional<String> contentType, Bytes body) {
        String type = contentType.orElse("");
        Matcher named = CHARSET.matcher(type);
        boolean hasCharset = named.find();
        String essence = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!hasCharset && !essence.isEmpty() && !TEXTUAL.matcher(essence).matches()) {
            return body;
        }
        try {
            Charset charset = hasCharset ? Charset.forName(named.group(1)) : StandardCharsets.UTF_8;
            return charset.newDecoder().decode(body.asBuffer()).toString();
        } catch (CharacterCodingException | IllegalArgumentException _) {
            return body;
        }
    }
}
