package io.myelin.palette.data;

import io.myelin.engine.component.Box;
import io.myelin.engine.component.BoxDeclaration;
import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.ComponentInfo;
import io.myelin.engine.component.DynamicBoxes;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.MessageType;
import io.myelin.engine.component.Outbox;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.component.Setting;
import io.myelin.engine.component.SettingForm;
import io.myelin.palette.ErrorsBox;
import io.myelin.palette.expression.Expression;
import io.myelin.palette.expression.ExpressionEvaluator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Sends each message to the first of several outboxes whose condition holds. */
@ComponentInfo(
        id = "data.route",
        title = "Route",
        summary = "Sends each message to the first route that holds.",
        icon = "mdi2d-directions-fork",
        help = """
                Tries the routes in order and sends the message to the outbox of the first whose `when` holds; the \
                others do not see it. The outboxes come from the routes: several may share one. A message for which no \
                route holds goes to the outbox that `otherwise` names; where nothing is linked there it is dropped, and \
                counted as such.

                **Odd input.** A condition that fails makes the message an item for `errors`, and later routes are \
                not tried.

                **End of input.** Nothing is held back.

                Example: routes `{"when": "status >= 500", "outbox": "broken"}` and `{"when": "status >= 400", \
                "outbox": "refused"}` with `otherwise` `fine`.
                """,
        outboxes = @Box(name = ErrorsBox.NAME, types = MessageType.RECORD, help = ErrorsBox.HELP))
public final class DataRoute implements ReactiveComponent {
    private final Settings settings;
    private final List<Way> ways = new ArrayList<>();
    private Outbox otherwise;

    /**
     * The settings.
     *
     * @param routes tried in order
     * @param otherwise the outbox for messages that no route takes
     */
    public record Settings(
            @Setting(help = "Tried in order; the first that holds takes the message.")
            List<Route> routes,

            @Setting(help = "The outbox for messages that no route takes.", defaultValue = "otherwise")
            String otherwise)
            implements DynamicBoxes {
        /** Refuses a name that no outbox can have. */
        public Settings {
            routes = List.copyOf(routes);
            requireBoxName(otherwise);
        }

        @Override
        public List<BoxDeclaration> moreOutboxes() {
            return Stream.concat(routes.stream().map(Route::outbox), Stream.of(otherwise))
                    .distinct()
                    .filter(name -> !name.equals(ErrorsBox.NAME))
                    .map(this::declared)
                    .toList();
        }

        private BoxDeclaration declared(String name) {
            List<String> conditions = routes.stream()
                    .filter(route -> route.outbox().equals(name))
                    .map(route -> route.when().text())
                    .toList();
            return new BoxDeclaration(
                    name,
                    Set.of(),
                    conditions.isEmpty()
                            ? "Messages that no route takes."
                            : "Messages for which " + String.join(", or ", conditions) + ".");
        }
    }

    /**
     * One way out.
     *
     * @param when what must hold
     * @param outbox where the message goes then
     */
    public record Route(
            @Setting(
                    help = "A JSONata expression of the message; where it holds the route takes the message.",
                    example = "amount > 100",
                    form = SettingForm.EXPRESSION)
            Expression when,

            @Setting(help = "The name of the outbox: letters, digits, - and _, a letter first.", example = "large")
            String outbox) {
        /** Refuses a name that no outbox can have. */
        public Route {
            requireBoxName(outbox);
        }
    }

    private record Way(ExpressionEvaluator when, Outbox outbox) {}

    /** Makes one that routes by {@code settings}. */
    public DataRoute(Settings settings) {
        this.settings = settings;
    }

    private static void requireBoxName(String name) {
        if (!Pattern.matches("[A-Za-z][A-Za-z0-9_-]*", name) || name.equals("signal")) {
            throw new IllegalArgumentException(
                    "'" + name
                            + "' can't be the name of an outbox: letters, digits, - and _ with a letter first are, but not signal");
        }
    }

    @Override
    public void onStart(ComponentContext context) {
        for (Route route : settings.routes()) {
            ways.add(new Way(route.when().evaluator(), context.outbox(route.outbox())));
        }
        otherwise = context.outbox(settings.otherwise());
    }

    @Override
    public void onMessage(Inbox inbox, Object message) {
        for (Way way : ways) {
            if (way.when().holds(message)) {
                way.outbox().send(message);
                return;
            }
        }
        otherwise.send(message);
    }
}
