package io.myelin.palette;

import io.myelin.engine.component.ComponentType;
import io.myelin.engine.component.Execution;
import io.myelin.engine.component.Fragment;
import io.myelin.engine.component.GraphReference;
import io.myelin.engine.component.NoSettings;
import io.myelin.engine.component.SettingDeclaration;
import io.myelin.engine.component.SettingForm;
import io.myelin.engine.graph.ComponentState;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.JsonValues;
import io.myelin.engine.plan.FailureHandling;
import io.myelin.engine.plan.PlannedComponent;
import io.myelin.engine.plan.PlannedFragment;
import io.myelin.engine.plan.RunPlan;
import io.myelin.palette.flow.Discard;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Settings for any type of component, made of the examples that it declares for what must be given. */
final class ExampleSettings {
    private final Path folder;
    private final Path fileToRead;
    private final Map<String, String> places;

    /** @param places what to put for the examples of some settings, by {@code type/setting} */
    ExampleSettings(Path folder, Path fileToRead, Map<String, String> places) {
        this.folder = folder;
        this.fileToRead = fileToRead;
        this.places = Map.copyOf(places);
    }

    /** Settings of {@code type}. */
    Record of(ComponentType type) {
        DataRecord.Builder values = DataRecord.builder();
        for (SettingDeclaration setting : type.settings().declarations()) {
            String place = places.get(type.id() + "/" + setting.name());
            if (place != null) {
                values.put(setting.name(), JsonValues.parse(place));
            } else if (setting.required()) {
                values.put(setting.name(), example(setting));
            }
        }
        var bound = type.settings()
                .bind(values.build(), folder, Set.of(), (text, _) -> Optional.of(new DiscardingGraph(text, folder)));
        return bound.settings().orElseThrow(() -> new AssertionError(type.id() + ": " + bound.problems()));
    }

    private Object example(SettingDeclaration setting) {
        return switch (setting.kind()) {
            case PATH ->
                setting.form() == SettingForm.FILE_TO_WRITE
                        ? folder.resolve("written").toString()
                        : fileToRead.toString();
            case TEXT, CHOICE, DURATION -> setting.example();
            default -> JsonValues.parse(setting.example());
        };
    }

    /** A graph of one component that takes everything. */
    private record DiscardingGraph(String text, Path folder) implements GraphReference {
        @Override
        public Fragment fragment(DataRecord values) {
            ComponentType type = ComponentType.of(Discard.class);
            NoSettings none = new NoSettings();
            PlannedComponent discard = new PlannedComponent(
                    "discard",
                    "",
                    type,
                    none,
                    Execution.MICROPROCESS,
                    ComponentState.ON,
                    FailureHandling.DEFAULT,
                    type.inboxes(none),
                    type.outboxes(none),
                    Map.of());
            return new PlannedFragment(
                    new RunPlan("", folder, List.of(discard), List.of()),
                    Map.of("inbox", new PlannedFragment.InnerBox("discard", "inbox")),
                    Map.of());
        }
    }
}
