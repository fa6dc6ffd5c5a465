package io.myelin.app.editor;

import io.myelin.app.editor.file.EditorSettingsFile;
import io.myelin.app.editor.file.UserFolder;
import io.myelin.app.editor.file.WindowDialogs;
import io.myelin.app.editor.theme.EditorTheme;
import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.plan.SecretSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.stage.Stage;

/** Starts JavaFX and opens a window; apart from the launcher so that only this loads JavaFX. */
final class EditorStart {
    /** How long runs may take to end in order after the window was closed. */
    private static final Duration LONGEST_ENDING = Duration.ofSeconds(10);

    private EditorStart() {}

    /** Opens the editor on {@code files} and waits until its window is closed; throws what kept it from opening. */
    static void openAndWait(List<Path> files, SecretSource secrets) throws InterruptedException {
        EditorSettingsFile settings = new EditorSettingsFile(UserFolder.ofThisUser());
        // Before the toolkit, which has texts of its own.
        Locale.setDefault(settings.settings().appearance().language().locale(Locale.getDefault()));
        // Beside the toolkit's start, which needs none of it.
        CompletableFuture<ComponentCatalog> catalog =
                CompletableFuture.supplyAsync(() -> ComponentCatalog.installed(Locale.getDefault()));
        CompletableFuture<Void> closed = new CompletableFuture<>();
        Platform.startup(() -> {
            try {
                open(files, catalog.join(), new WindowSecrets(secrets), settings, closed);
            } catch (CompletionException beside) {
                closed.completeExceptionally(Objects.requireNonNullElse(beside.getCause(), beside));
            } catch (RuntimeException | Error thrown) {
                closed.completeExceptionally(thrown);
            }
        });
        try {
            closed.get();
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case RuntimeException exception -> throw exception;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException("the editor ended unexpectedly", failed);
            }
        } finally {
            settings.close();
            Platform.exit();
        }
    }

    private static void open(
            List<Path> files,
            ComponentCatalog catalog,
            SecretSource secrets,
            EditorSettingsFile settings,
            CompletableFuture<Void> closed) {
        EditorTheme.putOn(settings.settings().appearance().theme());
        Stage stage = new Stage();
        Thread.currentThread().setUncaughtExceptionHandler(new WindowFailures(stage));
        EditorWindow window = new EditorWindow(stage, catalog, settings, new WindowDialogs(stage), secrets);
        stage.setOnHidden(_ -> completeAfterRuns(window, closed));
        window.show(files);
    }

    private static void completeAfterRuns(EditorWindow window, CompletableFuture<Void> closed) {
        var _ = window.closedRunsEnded()
                .toCompletableFuture()
                .orTimeout(LONGEST_ENDING.toSeconds(), TimeUnit.SECONDS)
                .whenComplete((_, _) -> closed.complete(null));
    }
}
