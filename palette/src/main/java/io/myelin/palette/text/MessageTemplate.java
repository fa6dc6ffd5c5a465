package io.myelin.palette.text;

import com.samskivert.mustache.BasicCollector;
import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.JsonNull;
import io.myelin.engine.message.MessageText;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A Mustache template out of settings, filled from messages. Immutable; equal to another of the same text. */
public final class MessageTemplate {
    private final String text;

    private MessageTemplate(String text) {
        this.text = text;
    }

    /** Reads a template; throws IllegalArgumentException, naming what is wrong and where. */
    public static MessageTemplate parse(String text) {
        try {
            compile(text, false).visit(new NoOtherTemplates());
            return new MessageTemplate(text);
        } catch (MustacheException flaw) {
            throw new IllegalArgumentException("the template can't be read: " + flaw.getMessage(), flaw);
        }
    }

    /** The template ready to be filled; with {@code html} what is filled in is escaped for HTML. */
    Template compile(boolean html) {
        return compile(text, html);
    }

    private static Template compile(String text, boolean html) {
        return Mustache.compiler()
                .withEscaper(html ? Escapers.HTML : Escapers.NONE)
                .defaultValue("")
                .withFormatter(value -> value instanceof JsonNull ? "" : MessageText.of(value))
                .withCollector(new MessageCollector())
                .compile(text);
    }

    /** Refuses templates that take in others: there are none to take in. */
    private static final class NoOtherTemplates implements Mustache.Visitor {
        @Override
        public void visitText(String text) {
            // Text is always fine.
        }

        @Override
        public void visitVariable(String name) {
            // A variable is always fine.
        }

        @Override
        public boolean visitInclude(String name) {
            throw new MustacheException("{{>" + name + "}} takes in another template, which is not possible here");
        }

        @Override
        public boolean visitParent(String name) {
            throw new MustacheException("{{<" + name + "}} builds on another template, which is not possible here");
        }

        @Override
        public boolean visitSection(String name) {
            return true;
        }

        @Override
        public boolean visitInvertedSection(String name) {
            return true;
        }
    }

    /** Reaches fields of records and elements of lists, and nothing of Java's; JSON's null is nothing at all. */
    private static final class MessageCollector extends BasicCollector {
        @Override
        public Mustache.@Nullable VariableFetcher createFetcher(Object context, String name) {
            return context instanceof DataRecord ? MessageCollector::field : super.createFetcher(context, name);
        }

        private static @Nullable Object field(Object record, String name) {
            Object value = ((DataRecord) record).get(name);
            if (value == null) {
                return Template.NO_FETCHER_FOUND;
            }
            return value instanceof JsonNull ? null : value;
        }

        @Override
        public <K, V> Map<K, V> createFetcherCache() {
            return new ConcurrentHashMap<>();
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MessageTemplate template && template.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The text it came as. */
    @Override
    public String toString() {
        return text;
    }
}
