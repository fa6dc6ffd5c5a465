package io.myelin.palette.text;

import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import io.myelin.engine.component.Box;
import io.myelin.engine.component.ComponentInfo;
import io.myelin.engine.component.ItemException;
import io.myelin.engine.component.MessageType;
import io.myelin.engine.component.Setting;
import io.myelin.engine.component.SettingForm;
import io.myelin.engine.component.Transform;
import io.myelin.palette.ErrorsBox;

/** {@code text.template}: fills a template from each message. */
@ComponentInfo(
        id = "text.template",
        title = "Fill template",
        summary = "Fills a Mustache template from each record.",
        help = """
                Makes a text of each message: in the template `{{name}}` stands for the field `name`, `{{a.b}}` for \
                the field `b` of the record `a`, `{{.}}` for the message itself. `{{#list}}…{{/list}}` repeats for \
                each element (and shows once for a record or `true`), `{{^list}}…{{/list}}` shows where there is none.

                A field that is missing or `null` is left empty. Texts are filled in as they are, numbers as they \
                came, lists and records as compact JSON. With `escape` `html`, `<`, `>`, `&` and quotes in what is \
                filled in are written so that they are safe in a web page; `{{{name}}}` leaves them alone.

                **Example:** `{{name}} owes {{amount}}` makes of `{"name":"Ada","amount":1.50}` the text \
                `Ada owes 1.50`.
                """,
        icon = "mdi2f-form-textbox",
        inboxes = @Box(name = "inbox", help = "The records to fill the template from; anything else is `{{.}}`."),
        outboxes = {
            @Box(name = "outbox", types = MessageType.TEXT, help = "The filled templates."),
            @Box(name = ErrorsBox.NAME, types = MessageType.RECORD, help = ErrorsBox.HELP)
        })
public final class FillTemplate extends Transform {
    private final Template template;

    /** What is done to the values that are filled in. */
    public enum Escape {
        /** They stay as they are. */
        NONE,
        /** They are made safe for a web page. */
        HTML
    }

    /**
     * The settings.
     *
     * @param template the template
     * @param escape what is done to values
     */
    public record Settings(
            @Setting(
                    help = "The text with `{{field}}` where values go.",
                    example = "{{name}}: {{value}}",
                    form = SettingForm.MULTILINE)
            MessageTemplate template,

            @Setting(
                    help = "`none` fills values in as they are, `html` makes them safe for a web page.",
                    defaultValue = "none")
            Escape escape) {}

    /** Made by the engine. */
    public FillTemplate(Settings settings) {
        this.template = settings.template().compile(settings.escape() == Escape.HTML);
    }

    @Override
    protected Object apply(Object message) {
        try {
            return template.execute(message);
        } catch (MustacheException flaw) {
            throw new ItemException("the template can't be filled: " + flaw.getMessage(), flaw);
        }
    }
}
