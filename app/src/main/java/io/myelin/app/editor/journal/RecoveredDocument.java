package io.myelin.app.editor.journal;

import io.myelin.app.editor.document.Document;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A document as it was when its editor ended.
 *
 * @param document it, with its history
 * @param journal its journal, which goes on
 * @param digest of what its file held when last read or saved; empty where there was none
 * @param damaged a copy of the journal where the last part of it could not be followed
 */
public record RecoveredDocument(Document document, DocumentJournal journal, String digest, Optional<Path> damaged) {}
