package io.myelin.engine.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class DataRecordTest {
    private static final RecordLayout NAME_AND_PRICE = RecordLayout.of(List.of("name", "price"));

    @Property
    void aRecordIsTheMapOfItsFieldsInTheOrderInWhichTheyCame(
            @ForAll @Size(max = 30) List<@AlphaChars @StringLength(min = 1, max = 2) String> names,
            @ForAll @IntRange(min = 1, max = 3) int times) {
        LayoutMemory memory = new LayoutMemory();
        for (int time = 0; time < times; time++) {
            Map<String, Object> expected = new LinkedHashMap<>();
            DataRecord.Builder builder = DataRecord.builder(memory);
            for (int index = time; index < names.size(); index++) {
                assertThat(builder.has(names.get(index))).isEqualTo(expected.containsKey(names.get(index)));
                builder.put(names.get(index), index);
                expected.put(names.get(index), index);
            }
            DataRecord record = builder.build();

            assertThat(record).isEqualTo(expected).hasSameHashCodeAs(expected).hasToString(expected.toString());
            assertThat(new ArrayList<>(record.entrySet())).isEqualTo(new ArrayList<>(expected.entrySet()));
            expected.forEach((name, value) -> assertThat(record.get(name)).isEqualTo(value));
            assertThat(record.get("no such field")).isNull();
        }
    }

    @Test
    void recordsThatWereMadeOneAfterTheOtherShareTheirNames() {
        LayoutMemory memory = new LayoutMemory();
        DataRecord first = DataRecord.builder(memory).put("a", 1).put("b", 2).build();
        DataRecord.builder(memory).put("c", 1).build();
        DataRecord second = DataRecord.builder(memory).put("a", 3).put("b", 4).build();

        assertThat(second.layout()).isSameAs(first.layout());
    }

    @Test
    void aFieldThatIsSetAgainKeepsItsPlace() {
        DataRecord record = DataRecord.of("a", 1, "b", 2);

        assertThat(record.with("a", 3)).hasToString("{a=3, b=2}");
        assertThat(record.with("c", 3)).hasToString("{a=1, b=2, c=3}");
        assertThat(record.without("a")).hasToString("{b=2}");
        assertThat(record).hasToString("{a=1, b=2}");
    }

    @Test
    void valuesAreMadeWhenTheyAreAskedForAndKept() {
        List<Integer> asked = new ArrayList<>();
        DataRecord record = DataRecord.of(NAME_AND_PRICE, index -> {
            asked.add(index);
            return "value " + index;
        });

        assertThat(record.size()).isEqualTo(2);
        assertThat(asked).isEmpty();
        assertThat(record.get("price")).isEqualTo("value 1").isSameAs(record.get("price"));
        assertThat(asked).containsExactly(1);
        assertThat(record.with("price", 7)).isEqualTo(DataRecord.of("name", "value 0", "price", 7));
        assertThat(record.with("more", 7).without("name")).isEqualTo(DataRecord.of("price", "value 1", "more", 7));
    }

    @Test
    void aLayoutTakesAsManyValuesAsItHasNamesAndNoNull() {
        assertThat(DataRecord.of(NAME_AND_PRICE, "tea", 2)).hasToString("{name=tea, price=2}");
        assertThatThrownBy(() -> DataRecord.of(NAME_AND_PRICE, "tea", 2, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[name, price]");
        assertThatThrownBy(() -> DataRecord.of(NAME_AND_PRICE, "tea", null))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("'price'");
        assertThatThrownBy(() -> RecordLayout.of(List.of("a", "b", "a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'a' stands twice");
    }
}
