package io.myelin.engine.watch.recording;

import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.ReactiveComponent;
import org.jspecify.annotations.Nullable;

/** A reactive outside component, listened to. */
final class RecordedReactive implements ReactiveComponent {
    private final ReactiveComponent component;
    private final OutsideRecorder recorder;
    private @Nullable RecordedContext context;

    RecordedReactive(ReactiveComponent component, OutsideRecorder recorder) {
        this.component = component;
        this.recorder = recorder;
    }

    private RecordedContext context(ComponentContext itsContext) {
        RecordedContext known = context;
        if (known == null) {
            known = new RecordedContext(itsContext, recorder);
            context = known;
        }
        return known;
    }

    private Inbox inbox(Inbox inbox) {
        RecordedContext known = context;
        return known == null ? inbox : known.inbox(inbox.name());
    }

    @Override
    public void onStart(ComponentContext itsContext) throws Exception {
        recorder.calledBack(() -> component.onStart(context(itsContext)));
    }

    @Override
    public void onMessage(Inbox inbox, Object message) throws Exception {
        recorder.calledBack(() -> component.onMessage(inbox(inbox), message));
    }

    @Override
    public void onInboxEnd(Inbox inbox) throws Exception {
        recorder.calledBack(() -> component.onInboxEnd(inbox(inbox)));
    }

    @Override
    public void onEnd() throws Exception {
        recorder.calledBack(component::onEnd);
    }

    @Override
    public void onControl(Object message) throws Exception {
        recorder.calledBack(() -> component.onControl(message));
    }

    @Override
    public void onOutboxesClosed(ComponentContext itsContext) throws Exception {
        recorder.calledBack(() -> component.onOutboxesClosed(context(itsContext)));
    }

    @Override
    public void onStop() throws Exception {
        recorder.calledBack(component::onStop);
    }
}
