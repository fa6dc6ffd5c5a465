package io.myelin.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where secrets come from, and that they do not show. */
class SecretsTest {
    @TempDir
    private Path folder;

    private final Redaction redaction = new Redaction();

    @Test
    void a_secret_comes_from_its_environment_variable() {
        Secrets secrets = Secrets.of(
                Optional.empty(), Map.of("MYELIN_SECRET_TOKEN", "abc", "MYELIN_SECRET_API_KEY", "def"), redaction);

        assertThat(secrets.find("TOKEN")).contains("abc");
        assertThat(secrets.find("token")).contains("abc");
        assertThat(secrets.find("api-key")).contains("def");
        assertThat(secrets.find("other")).isEmpty();
    }

    @Test
    void a_file_goes_before_the_environment() throws Exception {
        Path properties = Files.writeString(folder.resolve("secrets.properties"), "# mine\ntoken = äöü\n");
        Path json = Files.writeString(folder.resolve("secrets.json"), "{\"token\": \"from JSON\"}");
        Map<String, String> environment = Map.of("MYELIN_SECRET_TOKEN", "abc");

        assertThat(Secrets.of(Optional.of(properties), environment, redaction).find("token"))
                .contains("äöü");
        assertThat(Secrets.of(Optional.of(json), environment, redaction).find("token"))
                .contains("from JSON");
    }

    @Test
    void a_bad_file_of_secrets_is_explained_without_quoting_it() throws Exception {
        Path json = Files.writeString(folder.resolve("secrets.json"), "{\"token\": hunter2}");
        Path numbers = Files.writeString(folder.resolve("numbers.json"), "{\"token\": 12}");

        assertThatThrownBy(() -> Secrets.of(Optional.of(json), Map.of(), redaction))
                .hasMessageContaining("not valid JSON")
                .hasMessageNotContaining("hunter2");
        assertThatThrownBy(() -> Secrets.of(Optional.of(numbers), Map.of(), redaction))
                .hasMessageContaining("'token' must be a text");
        assertThatThrownBy(() -> Secrets.of(Optional.of(folder.resolve("none")), Map.of(), redaction))
                .hasMessageContaining("there is no such file");
        assertThatThrownBy(() -> Secrets.of(Optional.of(folder), Map.of(), redaction))
                .hasMessageContaining("this is a folder");
    }

    @Test
    void what_was_found_is_taken_out_of_whatever_is_shown() {
        Secrets secrets = Secrets.of(
                Optional.empty(), Map.of("MYELIN_SECRET_A", "hunter", "MYELIN_SECRET_B", "hunter2"), redaction);
        secrets.find("A");
        secrets.find("B");

        assertThat(redaction.apply("got hunter2 and hunter")).isEqualTo("got *** and ***");
    }

    @Test
    void a_secret_is_taken_out_also_where_it_stands_in_json_or_is_cut_off() {
        redaction.add("pa\"ss\\word");

        assertThat(redaction.apply("while handling: {\"key\":\"pa\\\"ss\\\\word\"}"))
                .isEqualTo("while handling: {\"key\":\"***\"}");
        assertThat(redaction.apply("found pa\"ss\\wo…")).isEqualTo("found ***…");
    }
}
