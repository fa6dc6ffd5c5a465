package io.myelin.app.command;

import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.component.ComponentType;
import io.myelin.engine.component.NearestName;
import io.myelin.engine.message.MessageText;
import java.io.PrintStream;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code myelin components}: lists and explains the components at hand. */
final class ComponentsCommand implements Command {
    @Override
    public CommandSpec specification() {
        return Options.command(
                        this,
                        "components",
                        "Lists the components at hand, or explains one.",
                        "  myelin components",
                        "  myelin components text.split",
                        "  myelin components --markdown > components.md")
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("ID")
                        .type(String.class)
                        .arity("0..1")
                        .index("0")
                        .description("The component to explain, such as text.split.")
                        .build())
                .addOption(Options.flag("As JSON, for programs.", "--json"))
                .addOption(Options.flag("As a page of Markdown.", "--markdown"));
    }

    @Override
    public int run(ParseResult arguments, Surroundings surroundings) {
        boolean json = arguments.matchedOptionValue("--json", false);
        boolean markdown = arguments.matchedOptionValue("--markdown", false);
        if (json && markdown) {
            throw new UsageException("--json and --markdown exclude each other");
        }
        ComponentCatalog catalog = ComponentCatalog.installed();
        Optional<ComponentType> chosen = Optional.ofNullable(arguments.<String>matchedPositionalValue(0, null))
                .map(id -> find(id, catalog));
        try (PrintStream output = OutputText.on(surroundings)) {
            Collection<ComponentType> types =
                    chosen.<Collection<ComponentType>>map(List::of).orElse(catalog.types());
            if (json) {
                List<?> described = types.stream().map(ComponentDescription::of).toList();
                output.println(MessageText.indented(chosen.isPresent() ? described.getFirst() : described));
            } else if (markdown) {
                output.print(chosen.map(ComponentPage::section).orElseGet(() -> ComponentPage.page(types)));
            } else if (chosen.isPresent()) {
                ComponentListing.explain(chosen.get()).forEach(output::println);
            } else {
                ComponentListing.list(types).forEach(output::println);
            }
        }
        return ExitStatus.DONE;
    }

    private static ComponentType find(String id, ComponentCatalog catalog) {
        return catalog.find(id)
                .orElseThrow(() -> new UsageException("there is no component '" + id + "'"
                        + Options.suggestion(NearestName.of(
                                id,
                                catalog.types().stream().map(ComponentType::id).toList()))
                        + "; 'myelin components' lists them all"));
    }
}
