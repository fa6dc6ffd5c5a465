package io.myelin.engine.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
    private static final List<String> KNOWN = List.of("outbox", "errors", "unmatched", "file.lines", "file.write", "x");

    @ParameterizedTest
    @CsvSource({
        "outbxo,outbox",
        "Outbox,outbox",
        "otbox,outbox",
        "error,errors",
        "file.line,file.lines",
        "unmatchd,unmatched"
    })
    void aSlipOfTheFingersFindsTheNameThatWasMeant(String wanted, String meant) {
        assertThat(NearestName.of(wanted, KNOWN)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"banana", "y1", "''", "file"})
    void somethingElseFindsNothing(String wanted) {
        assertThat(NearestName.of(wanted, KNOWN)).isEmpty();
    }

    @Test
    void anAbsurdlyLongNameCostsNothing() {
        assertThat(NearestName.of("a".repeat(1_000_000), KNOWN)).isEmpty();
    }
}
