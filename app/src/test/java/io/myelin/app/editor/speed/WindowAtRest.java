package io.myelin.app.editor.speed;

import io.myelin.app.editor.EditorFixture;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The whole editor in a process of its own, in which nobody does anything: {@code WindowAtRest GRAPH [run]}, where {@code
 * run} starts the graph first. It says {@code ready}, then answers each line of its input by how many frames there were.
 */
public final class WindowAtRest {
    private WindowAtRest() {}

    /** Opens it. */
    public static void main(String[] arguments) throws Exception {
        EditorFixture editor = new EditorFixture(SpeedWindow.WIDTH, SpeedWindow.HEIGHT);
        editor.begin();
        editor.open(Path.of(arguments[0]));
        if (arguments.length > 1) {
            editor.action("run.start");
        }
        AtomicLong frames = new AtomicLong();
        EditorFixture.run(() -> editor.scene().addPreLayoutPulseListener(frames::incrementAndGet));
        System.out.println("ready");
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        while (questions.readLine() != null) {
            System.out.println(frames.get());
        }
        editor.end();
        System.exit(0);
    }
}
