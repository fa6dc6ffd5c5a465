package io.myelin.engine.watch.recording;

/** What a recording holds can't be read; the message says why, to stand behind "the recording is damaged: ". */
final class BrokenRecordingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenRecordingException(String message) {
        super(message);
    }
}
