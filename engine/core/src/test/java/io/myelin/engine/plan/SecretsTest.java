package io.myelin.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class SecretsTest {
    @Test
    void everySecretIsHiddenWhereverItStands() {
        Secrets secrets = new Secrets(List.of("abc", "abcdef", ""));

        assertThat(secrets.redact("abcdef abc xabcx")).isEqualTo("*** *** x***x");
        assertThat(secrets.redact("nothing")).isEqualTo("nothing");
        assertThat(Secrets.NONE.redact("abc")).isEqualTo("abc");
    }

    @Test
    void aSecretIsHiddenAsItStandsInsideJsonToo() {
        assertThat(new Secrets(Set.of("a\"b\\c")).redact("{\"key\":\"a\\\"b\\\\c\"}"))
                .isEqualTo("{\"key\":\"***\"}");
    }

    @Test
    void theBeginningOfASecretThatWasCutOffIsHidden() {
        Secrets secrets = new Secrets(Set.of("longersecret"));

        assertThat(secrets.redact("found longer… and longersec…")).isEqualTo("found ***… and ***…");
        assertThat(secrets.redact("found lon…")).isEqualTo("found lon…");
    }

    @Test
    void secretsDoNotTellThemselves() {
        assertThat(new Secrets(Set.of("hidden"))).hasToString("secrets");
    }

    @Property
    void noSecretIsEverLeft(@ForAll @NotEmpty @AlphaChars String secret, @ForAll @AlphaChars String around) {
        String redacted = new Secrets(Set.of(secret)).redact(around + secret + around);

        assertThat(redacted).doesNotContain(secret);
    }
}
