package io.myelin.engine.component;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes one component of a settings record. Types that settings may have: {@code String}, {@code int},
 * {@code long}, {@code double}, {@code boolean}, {@code BigDecimal}, {@code Object} (any message value), an enum (its
 * constants in lower case with dashes), {@code Duration}, {@code Path} (made absolute from the graph's folder),
 * {@code Charset}, {@link GraphReference}, {@code DataRecord}, {@code List}, {@code Map<String, ·>} and {@code Optional} of these, a nested
 * record of these, and any class with a public static {@code parse(String)} that throws
 * {@link IllegalArgumentException} with a sentence for people (it is given numbers, too, as their text) and whose
 * {@code toString} gives such a text again.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {
    /** One or two sentences for people. */
    String help();

    /**
     * The default as JSON, or as bare text for a setting that is read from text. None: the setting must be given,
     * unless it is an {@code Optional} (then absent), a {@code List} or a {@code Map} (then empty).
     */
    String defaultValue() default "";

    /** The unit of a number, for people: {@code bytes}, {@code messages}. */
    String unit() default "";

    /** The least that a number may be. */
    long min() default Long.MIN_VALUE;

    /** The most that a number may be. */
    long max() default Long.MAX_VALUE;

    /** A value to show in an empty field. */
    String example() default "";

    /** What the text is, so that the form can offer a fitting editor. */
    SettingForm form() default SettingForm.PLAIN;
}
