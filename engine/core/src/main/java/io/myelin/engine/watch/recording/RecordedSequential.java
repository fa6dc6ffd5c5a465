package io.myelin.engine.watch.recording;

import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.SequentialComponent;

/** A sequential outside component, listened to. */
final class RecordedSequential implements SequentialComponent {
    private final SequentialComponent component;
    private final OutsideRecorder recorder;

    RecordedSequential(SequentialComponent component, OutsideRecorder recorder) {
        this.component = component;
        this.recorder = recorder;
    }

    @Override
    public void main(ComponentContext context) throws Exception {
        recorder.calledBack(() -> component.main(new RecordedContext(context, recorder)));
    }
}
