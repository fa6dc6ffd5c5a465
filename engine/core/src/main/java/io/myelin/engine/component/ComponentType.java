package io.myelin.engine.component;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A type of component: all that its class declares about itself. Immutable; safe from any thread. */
public final class ComponentType {
    /** The inbox that every component has besides its data inboxes. */
    public static final BoxDeclaration CONTROL =
            new BoxDeclaration("control", Set.of(), "Out of band: a hard stop, a request.");

    /** The outbox that every component has besides its data outboxes. */
    public static final BoxDeclaration SIGNAL =
            new BoxDeclaration("signal", Set.of(), "Out of band: that it has finished, was stopped or failed.");

    private final Class<? extends Component> componentClass;
    private final ComponentInfo info;
    private final SettingsType settings;
    private final Constructor<?> constructor;
    private final ComponentWords words;

    private ComponentType(
            Class<? extends Component> componentClass,
            ComponentInfo info,
            SettingsType settings,
            Constructor<?> constructor,
            ComponentWords words) {
        this.componentClass = componentClass;
        this.info = info;
        this.settings = settings;
        this.constructor = constructor;
        this.words = words;
    }

    /** Reads what {@code componentClass} declares; throws IllegalArgumentException, naming the flaw, where it can't. */
    public static ComponentType of(Class<? extends Component> componentClass) {
        ComponentInfo info = componentClass.getAnnotation(ComponentInfo.class);
        if (info == null) {
            throw new IllegalArgumentException(componentClass.getName() + " has no @ComponentInfo");
        }
        Constructor<?>[] constructors = componentClass.getConstructors();
        if (constructors.length != 1) {
            throw new IllegalArgumentException(componentClass.getName() + " needs exactly one public constructor");
        }
        Class<?>[] taken = constructors[0].getParameterTypes();
        if (taken.length == 0) {
            return new ComponentType(
                    componentClass, info, SettingsType.of(NoSettings.class), constructors[0], ComponentWords.NONE);
        }
        if (taken.length > 1 || !taken[0].isRecord()) {
            throw new IllegalArgumentException(
                    componentClass.getName() + ": the constructor takes its settings record, or nothing");
        }
        return new ComponentType(
                componentClass,
                info,
                SettingsType.of(taken[0].asSubclass(Record.class)),
                constructors[0],
                ComponentWords.NONE);
    }

    /** This type as people read it in the language of {@code wanted}; all else is the same. */
    public ComponentType in(ComponentWords wanted) {
        return new ComponentType(componentClass, info, settings.in(wanted, id() + ".setting."), constructor, wanted);
    }

    private String word(String key, String own) {
        return words.find(id() + "." + key).orElse(own);
    }

    /** The stable id. */
    public String id() {
        return info.id();
    }

    /** The part of the id before the first dot. */
    public String family() {
        int dot = id().indexOf('.');
        return dot < 0 ? id() : id().substring(0, dot);
    }

    /** What people see. */
    public String title() {
        return word("title", info.title());
    }

    /** One line for people. */
    public String summary() {
        return word("summary", info.summary());
    }

    /** The longer help, Markdown, or empty. */
    public String help() {
        return word("help", info.help());
    }

    /** An Ikonli icon literal, or empty. */
    public String icon() {
        return info.icon();
    }

    /** Its data inboxes under {@code values}, those that come from settings included. */
    public List<BoxDeclaration> inboxes(Record values) {
        return boxes(
                "inbox", info.inboxes(), values instanceof DynamicBoxes dynamic ? dynamic.moreInboxes() : List.of());
    }

    /** Its data outboxes under {@code values}, those that come from settings included. */
    public List<BoxDeclaration> outboxes(Record values) {
        return boxes(
                "outbox", info.outboxes(), values instanceof DynamicBoxes dynamic ? dynamic.moreOutboxes() : List.of());
    }

    /** The data inboxes that it declares, whatever its settings. */
    public List<BoxDeclaration> declaredInboxes() {
        return boxes("inbox", info.inboxes(), List.of());
    }

    /** The data outboxes that it declares, whatever its settings. */
    public List<BoxDeclaration> declaredOutboxes() {
        return boxes("outbox", info.outboxes(), List.of());
    }

    /** As declared, then those from the settings, and {@code errors} last: the others are what it is for. */
    private List<BoxDeclaration> boxes(String side, Box[] declared, List<BoxDeclaration> more) {
        return Stream.concat(
                        Arrays.stream(declared)
                                .map(box -> new BoxDeclaration(
                                        box.name(), Set.of(box.types()), word(side + "." + box.name(), box.help()))),
                        more.stream())
                .sorted(Comparator.comparing((BoxDeclaration box) -> box.name().equals("errors")))
                .toList();
    }

    /** Whether boxes can come from its settings. */
    public boolean hasDynamicBoxes() {
        return DynamicBoxes.class.isAssignableFrom(settings.recordClass());
    }

    /** Its settings. */
    public SettingsType settings() {
        return settings;
    }

    /** How it may be run, its own choice first. */
    public List<Execution> executions() {
        if (info.executions().length > 0) {
            return List.of(info.executions());
        }
        List<Execution> all = new ArrayList<>(List.of(Execution.TASKLET, Execution.THREAD, Execution.PROCESS));
        if (ReactiveComponent.class.isAssignableFrom(componentClass)) {
            all.addFirst(Execution.MICROPROCESS);
        }
        return List.copyOf(all);
    }

    /** What of the outside it can reach. */
    public Set<Reach> reaches() {
        return Set.of(info.reaches());
    }

    /** The class itself. */
    public Class<? extends Component> componentClass() {
        return componentClass;
    }

    /** Makes a new instance; throws what the constructor throws. */
    public Component create(Record values) throws Exception {
        try {
            Object[] arguments = constructor.getParameterCount() == 0 ? new Object[0] : new Object[] {values};
            return (Component) constructor.newInstance(arguments);
        } catch (InvocationTargetException thrown) {
            switch (thrown.getCause()) {
                case Exception exception -> throw exception;
                case Error error -> throw error;
                case null, default -> throw thrown;
            }
        }
    }

    @Override
    public String toString() {
        return id();
    }
}
