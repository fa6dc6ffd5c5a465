package io.myelin.engine.process;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The command line of a Java machine like this one: the same Java, the same class path or module path, the same opened
 * packages and properties and the same archive of classes, but a heap of its own. Nothing of what it is to do, and no
 * secret, stands there.
 */
public final class ChildCommand {
    /** What is taken over from how this machine was started. */
    private static final List<String> TAKEN_OVER = List.of(
            "-D",
            "-ea",
            "-esa",
            "--add-opens",
            "--add-exports",
            "--add-reads",
            "--enable-native-access",
            "--enable-preview",
            "--sun-misc-unsafe-memory-access",
            "-XX:AOTCache=",
            "-XX:SharedArchiveFile=");

    private ChildCommand() {}

    /**
     * The command.
     *
     * @param main the class whose main method it runs
     * @param needed a class that it needs besides
     * @param heapBytes the most that its heap may take; 0: as Java chooses
     */
    public static List<String> of(Class<?> main, Class<?> needed, long heapBytes) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        takenOver().forEach(command::add);
        if (heapBytes > 0) {
            command.add("-Xmx" + Math.max(2, heapBytes >> 20) + "m");
        }
        // One component's heap needs no collector with threads for every core; out of memory is an end like any other.
        command.add("-XX:+UseSerialGC");
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.add("-XX:+ErrorFileToStderr");
        command.add("-XX:-UsePerfData");
        command.add("-XX:+DisplayVMOutputToStderr");
        // Standard output is for frames alone.
        command.add("-Xlog:disable");
        command.add("-Xlog:all=warning,cds*=off,aot*=off:stderr");
        addProgram(command, main, needed);
        return List.copyOf(command);
    }

    private static void addProgram(List<String> command, Class<?> main, Class<?> needed) {
        String classPath = absolute(System.getProperty("java.class.path", ""));
        Optional<String> modulePath =
                Optional.ofNullable(System.getProperty("jdk.module.path")).map(ChildCommand::absolute);
        modulePath.ifPresent(path -> command.addAll(List.of("-p", path)));
        if (!classPath.isEmpty()) {
            command.addAll(List.of("-cp", classPath));
        }
        if (main.getModule().isNamed()) {
            if (needed.getModule().isNamed()) {
                command.addAll(List.of("--add-modules", needed.getModule().getName()));
            }
            command.addAll(List.of("-m", main.getModule().getName() + "/" + main.getName()));
        } else {
            command.add(main.getName());
        }
    }

    /** The child stands in another folder. */
    private static String absolute(String path) {
        return String.join(
                File.pathSeparator,
                Stream.of(path.split(File.pathSeparator))
                        .filter(entry -> !entry.isEmpty())
                        .map(entry -> new File(entry).getAbsolutePath())
                        .toList());
    }

    private static Stream<String> takenOver() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> TAKEN_OVER.stream().anyMatch(argument::startsWith));
    }
}
