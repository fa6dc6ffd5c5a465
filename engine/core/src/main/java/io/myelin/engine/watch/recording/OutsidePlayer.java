package io.myelin.engine.watch.recording;

import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.ComponentStoppedException;
import io.myelin.engine.component.ItemException;
import io.myelin.engine.component.OutsideWork;
import io.myelin.engine.component.Timer;
import io.myelin.engine.message.MessageClasses;
import io.myelin.engine.plan.PlannedComponent;
import io.myelin.engine.run.Turn;
import io.myelin.engine.watch.recording.CallKind.FailureKind;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does what one outside component did, over all its instances: whenever the engine calls it, it makes the calls that
 * were noted then, and ends as was noted. Nothing outside is touched.
 */
final class OutsidePlayer {
    private static final FailureKind[] FAILURES = FailureKind.values();

    private final int component;
    private final BoxNumbers numbers;
    private final ReplayCursor cursor;
    private final MessageClasses classes;
    private final Consumer<String> printed;
    private final Supplier<Turn> turn;
    private final List<Timer> timers = new ArrayList<>();
    private final List<OutsideWork> works = new ArrayList<>();
    private @Nullable ComponentContext context;

    OutsidePlayer(
            int component,
            PlannedComponent plan,
            ReplayCursor cursor,
            MessageClasses classes,
            Consumer<String> printed,
            Supplier<Turn> turn) {
        this.component = component;
        this.numbers = new BoxNumbers(plan);
        this.cursor = cursor;
        this.classes = classes;
        this.printed = printed;
        this.turn = turn;
    }

    /** The engine has given it its context. */
    void begin(ComponentContext itsContext) {
        context = itsContext;
    }

    private ComponentContext context() {
        ComponentContext known = context;
        if (known == null) {
            throw new BrokenRecordingException("a component in it does something before it is started");
        }
        return known;
    }

    /** A callback asked for by a thread of the component's. By the driver. */
    void asked() {
        context().execute(this::playTask);
    }

    /** What it expected, by its number, is done. By the driver. */
    void done(long number) {
        at(works, number).done();
    }

    /** Does what it did when it was called this time; throws what it threw. */
    void play() throws Exception {
        try {
            playCalls();
        } catch (BrokenRecordingException broken) {
            cursor.broken(broken);
        }
    }

    private void playCalls() throws Exception {
        Entry.Call call = cursor.nextCall(component);
        while (call != null && call.kind() != CallKind.RETURNED) {
            throwFailure(call);
            repeat(call);
            call = cursor.nextCall(component);
        }
    }

    private void playTask() {
        try {
            play();
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception checked) {
            throw OutsideRecorder.disguised(checked);
        }
    }

    private void throwFailure(Entry.Call call) throws Exception {
        if (call.kind() == CallKind.FAILED_ON_ITEM) {
            throw new ItemException(call.text(), null, call.message().decode(classes));
        }
        if (call.kind() == CallKind.FAILED) {
            throw switch (at(List.of(FAILURES), call.number())) {
                case OTHER -> new ReplayedFailureException(call.text());
                case ITEM -> new ItemException(call.text());
                case STOPPED -> new ComponentStoppedException(call.text());
                case INTERRUPTED -> new InterruptedException(call.text());
                case INTERRUPTED_CALL -> new InterruptedIOException(call.text());
            };
        }
    }

    /** Makes one call again. What it throws the component saw then too, and what it did about it is noted next. */
    private void repeat(Entry.Call call) {
        try {
            make(call);
        } catch (BrokenRecordingException broken) {
            throw broken;
        } catch (RuntimeException asThen) {
            return;
        }
    }

    private void make(Entry.Call call) {
        switch (call.kind()) {
            case SEND ->
                context()
                        .outbox(numbers.outbox(call.number()))
                        .send(call.message().decode(classes));
            case OFFER ->
                context()
                        .outbox(numbers.outbox(call.number()))
                        .offer(call.message().decode(classes));
            case SEND_ALL -> context().outbox(numbers.outbox(call.number())).sendAll(new Given());
            case POLL -> context().inbox(numbers.inbox(call.number())).poll();
            case RECEIVE -> context().inbox(numbers.inbox(call.number())).receive();
            case AWAIT_ANY -> context().awaitAny(Duration.ofNanos(call.number()));
            case HOLD -> context().inbox(numbers.inbox(call.number())).hold();
            case RESUME -> context().inbox(numbers.inbox(call.number())).resume();
            case FINISH -> context().finish();
            case SCHEDULE -> timers.add(context().schedule(Duration.ofNanos(call.number()), this::playTask));
            case CANCEL -> at(timers, call.number()).cancel();
            case EXECUTE -> context().execute(this::playTask);
            case EXPECT -> works.add(context().expect(call.text()));
            case DONE -> at(works, call.number()).done();
            case PRINT -> printed.accept(call.text());
            case PUBLISH -> context().publish(call.message().decode(classes));
            case NOTICE -> context().notice(call.text());
            case ADD_INBOX -> numbers.ofInbox(context().addInbox(call.text()).name());
            case ADD_OUTBOX -> numbers.ofOutbox(context().addOutbox(call.text()).name());
            case DELETE_INBOX -> context().deleteInbox(call.text());
            case DELETE_OUTBOX -> context().deleteOutbox(call.text());
            case AWAY -> turn.get().standAside();
            case RETURNED, FAILED, FAILED_ON_ITEM, ITEM, NULL_ITEM, ITEMS_END ->
                throw new BrokenRecordingException("a component in it goes on after its end");
        }
    }

    private static <T> T at(List<T> all, long number) {
        if (number < 0 || number >= all.size()) {
            throw new BrokenRecordingException("it names something of a component that this does not have");
        }
        return all.get((int) number);
    }

    /** What one of the component's iterators gave. */
    private final class Given implements Iterator<@Nullable Object> {
        private Entry.@Nullable Call ahead;

        @Override
        public boolean hasNext() {
            Entry.Call call = cursor.nextCall(component);
            while (call != null) {
                switch (call.kind()) {
                    case ITEM, NULL_ITEM -> {
                        ahead = call;
                        return true;
                    }
                    case ITEMS_END -> {
                        return false;
                    }
                    default -> {
                        fail(call);
                        repeat(call);
                    }
                }
                call = cursor.nextCall(component);
            }
            return false;
        }

        private void fail(Entry.Call call) {
            try {
                throwFailure(call);
            } catch (RuntimeException failure) {
                throw failure;
            } catch (Exception checked) {
                throw OutsideRecorder.disguised(checked);
            }
        }

        @Override
        public @Nullable Object next() {
            Entry.Call call = ahead;
            if (call == null) {
                throw new NoSuchElementException();
            }
            ahead = null;
            return call.kind() == CallKind.NULL_ITEM ? null : call.message().decode(classes);
        }
    }
}
