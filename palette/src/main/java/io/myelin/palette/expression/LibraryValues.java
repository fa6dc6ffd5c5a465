package io.myelin.palette.expression;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Utils;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.JsonNull;
import io.myelin.engine.message.JsonNumbers;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** From message values to the library's, and back. */
final class LibraryValues {
    private static final double EXACT_WHOLE = 0x1p53;

    private LibraryValues() {}

    /** What the library is given for {@code value}. Numbers that are its own kind go as such, others are carried. */
    static Object toLibrary(Object value) {
        return switch (value) {
            case String text -> text;
            case Long number -> integer(number);
            case DataRecord record -> new RecordView(record);
            case BigDecimal decimal -> decimal(decimal);
            case Number number -> new CarriedNumber(number);
            case JsonNull nothing -> Jsonata.NULL_VALUE;
            case List<?> list -> {
                // A copy, since the library adds to lists that it takes for its own.
                List<Object> copy = new ArrayList<>(list.size());
                for (Object element : list) {
                    copy.add(toLibrary(element));
                }
                yield copy;
            }
            default -> value;
        };
    }

    private static Object integer(Long number) {
        if (number == number.intValue()) {
            return number.intValue();
        }
        // As the library reads numbers, but never rounded on the way to $string or back.
        return Math.abs(number.doubleValue()) <= EXACT_WHOLE ? (Object) number : new CarriedNumber(number);
    }

    private static Object decimal(BigDecimal decimal) {
        double rounded = decimal.doubleValue();
        return Double.isFinite(rounded) && JsonNumbers.ofDouble(rounded).equals(decimal)
                ? (Object) rounded
                : new CarriedNumber(decimal);
    }

    /** The message value for what the library gave; throws UnfitValueException for what no message can hold. */
    static Object toMessage(@Nullable Object value) {
        return switch (value) {
            case null -> JsonNull.NULL;
            case String text -> text;
            case Boolean bool -> bool;
            case RecordView view -> view.record();
            case CarriedNumber number -> number.original();
            case Integer number -> number.longValue();
            case Long number -> number;
            case Number number -> number(number);
            case List<?> list -> list(list);
            case Map<?, ?> map -> record(map);
            default -> other(value);
        };
    }

    private static Object other(Object value) {
        if (value.equals(Jsonata.NULL_VALUE)) {
            return JsonNull.NULL;
        }
        if (Utils.isFunction(value) || Functions.isLambda(value) || value instanceof Pattern) {
            throw new UnfitValueException("gives a function, and a function is no message: call it");
        }
        return value;
    }

    private static Object number(Number number) {
        if (number instanceof BigDecimal || number instanceof BigInteger) {
            return number;
        }
        double value = number.doubleValue();
        if (!Double.isFinite(value)) {
            throw new UnfitValueException("gives " + value + ", which is no number that a message can hold");
        }
        return JsonNumbers.ofDouble(value);
    }

    private static List<Object> list(List<?> list) {
        List<Object> values = new ArrayList<>(list.size());
        for (Object element : list) {
            values.add(toMessage(element));
        }
        return Collections.unmodifiableList(values);
    }

    private static DataRecord record(Map<?, ?> map) {
        DataRecord.Builder builder = DataRecord.builder();
        map.forEach((name, value) -> builder.put(String.valueOf(name), toMessage(value)));
        return builder.build();
    }
}
