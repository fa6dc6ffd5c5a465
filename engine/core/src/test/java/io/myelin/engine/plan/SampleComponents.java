package io.myelin.engine.plan;

import io.myelin.engine.component.Box;
import io.myelin.engine.component.BoxDeclaration;
import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.ComponentInfo;
import io.myelin.engine.component.ComponentType;
import io.myelin.engine.component.DynamicBoxes;
import io.myelin.engine.component.Execution;
import io.myelin.engine.component.MessageType;
import io.myelin.engine.component.SequentialComponent;
import io.myelin.engine.component.Setting;
import io.myelin.engine.component.Sink;
import io.myelin.engine.component.Source;
import io.myelin.engine.component.Transform;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Components for tests of plans. */
public final class SampleComponents {
    static final ComponentCatalog CATALOG =
            ComponentCatalog.of(Stream.of(Read.class, Split.class, Add.class, Print.class, Route.class, Block.class)
                    .map(ComponentType::of)
                    .toList());

    private SampleComponents() {}

    public record ReadSettings(
            @Setting(help = "The file.") Path path,
            @Setting(help = "Every.", defaultValue = "1s") Duration every,

            @Setting(help = "Lines.", defaultValue = "10", min = 0)
            int lines) {}

    @ComponentInfo(
            id = "test.read",
            title = "Read",
            summary = "Reads.",
            inboxes = {},
            outboxes = @Box(name = "outbox", types = MessageType.TEXT, help = "Lines."))
    public static final class Read extends Source {
        public Read(ReadSettings settings) {}

        @Override
        protected Iterator<?> messages(ComponentContext context) {
            return List.of().iterator();
        }
    }

    public record SplitSettings(
            @Setting(help = "Pattern.", defaultValue = ",") String pattern,
            @Setting(help = "Anything.") Optional<Object> any,
            @Setting(help = "Names.") List<String> names,
            @Setting(help = "Headers.") Map<String, String> headers) {}

    @ComponentInfo(
            id = "test.split",
            title = "Split",
            summary = "Splits.",
            inboxes = @Box(name = "inbox", types = MessageType.TEXT, help = "Text."),
            outboxes = @Box(name = "outbox", types = MessageType.TEXT, help = "Parts."))
    public static final class Split extends Transform {
        public Split(SplitSettings settings) {}

        @Override
        protected Object apply(Object message) {
            return message;
        }
    }

    @ComponentInfo(
            id = "test.add",
            title = "Add",
            summary = "Adds.",
            inboxes = {
                @Box(name = "inbox", types = MessageType.NUMBER, help = "Numbers."),
                @Box(name = "more", types = MessageType.NUMBER, help = "More numbers.")
            })
    public static final class Add extends Transform {
        public Add() {}

        @Override
        protected Object apply(Object message) {
            return message;
        }
    }

    @ComponentInfo(
            id = "test.print",
            title = "Print",
            summary = "Prints.",
            outboxes = {})
    public static final class Print extends Sink {
        public Print() {}

        @Override
        protected void accept(Object message) {}
    }

    public record RouteSettings(@Setting(help = "Outboxes.") List<String> routes) implements DynamicBoxes {
        @Override
        public List<BoxDeclaration> moreOutboxes() {
            return routes.stream()
                    .map(name -> new BoxDeclaration(name, Set.of(), "A route."))
                    .toList();
        }
    }

    @ComponentInfo(
            id = "test.route",
            title = "Route",
            summary = "Routes.",
            outboxes = {})
    public static final class Route extends Sink {
        public Route(RouteSettings settings) {}

        @Override
        protected void accept(Object message) {}
    }

    @ComponentInfo(
            id = "test.block",
            title = "Block",
            summary = "Blocks.",
            executions = {Execution.TASKLET, Execution.THREAD, Execution.PROCESS})
    public static final class Block implements SequentialComponent {
        public Block() {}

        @Override
        public void main(ComponentContext context) {}
    }
}
