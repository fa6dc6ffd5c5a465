package io.myelin.engine.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ImmutableMessagesTest {
    record Point(int x, int y) {}

    record Batch(String name, List<?> content) {}

    static final class Temperature {
        private final double degrees;

        Temperature(double degrees) {
            this.degrees = degrees;
        }

        double degrees() {
            return degrees;
        }
    }

    static final class Counter {
        int count;
    }

    static Stream<Object> immutable() {
        return Stream.of(
                "text",
                1L,
                new BigDecimal("1.5"),
                true,
                JsonNull.NULL,
                Bytes.empty(),
                new LiteralNumber("1E5"),
                Instant.EPOCH,
                Path.of("x"),
                new Point(1, 2),
                new Temperature(3),
                DataRecord.of("a", List.of(DataRecord.of("b", 1L))),
                List.of(),
                List.of(1L),
                List.of(1L, 2L, 3L),
                List.of(1L, 2L, 3L).subList(0, 2),
                Stream.of(1L).toList(),
                Set.of("a"),
                Map.of("a", 1L),
                Collections.unmodifiableList(new ArrayList<>(List.of(1L))),
                Collections.nCopies(3, "x"),
                Optional.of("x"),
                new Batch("b", List.of(new Point(1, 2))));
    }

    @ParameterizedTest
    @MethodSource("immutable")
    void whatCanNeverChangeMayTravel(Object message) {
        assertThat(ImmutableMessages.flaw(message)).isEmpty();
    }

    static Stream<Object> mutable() {
        return Stream.of(
                new ArrayList<>(),
                new HashMap<>(),
                new byte[1],
                new Date(),
                new StringBuilder(),
                new Counter(),
                List.of(new ArrayList<>()),
                DataRecord.of("a", new int[0]),
                new Batch("b", new ArrayList<>()),
                Optional.of(new Counter()),
                Map.of("a", List.of(new Date())));
    }

    @ParameterizedTest
    @MethodSource("mutable")
    void whatCanChangeIsRefused(Object message) {
        assertThat(ImmutableMessages.flaw(message)).isPresent();
    }

    @Test
    void theSentenceNamesTheClassAndWhatToDo() {
        assertThat(ImmutableMessages.flaw(new ArrayList<>()))
                .contains("a java.util.ArrayList can change after it is sent; send List.copyOf of it");
        assertThat(ImmutableMessages.flaw(DataRecord.of("a", new HashMap<>())))
                .contains(
                        "a java.util.HashMap inside a io.myelin.engine.message.DataRecord can change after it is sent; "
                                + "send DataRecord.copyOf of it");
    }
}
