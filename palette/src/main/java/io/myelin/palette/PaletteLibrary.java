package io.myelin.palette;

import io.myelin.engine.component.Component;
import io.myelin.engine.component.ComponentLibrary;
import io.myelin.palette.console.Print;
import io.myelin.palette.console.Read;
import io.myelin.palette.file.FileBytes;
import io.myelin.palette.file.FileLines;
import io.myelin.palette.file.FileWrite;
import io.myelin.palette.flow.Batch;
import io.myelin.palette.flow.Delay;
import io.myelin.palette.flow.Discard;
import io.myelin.palette.flow.NumberMessages;
import io.myelin.palette.flow.RateLimit;
import io.myelin.palette.flow.Skip;
import io.myelin.palette.flow.Take;
import io.myelin.palette.flow.Unbatch;
import io.myelin.palette.http.Request;
import io.myelin.palette.source.Sequence;
import io.myelin.palette.source.TimerSource;
import io.myelin.palette.source.Values;
import io.myelin.palette.text.Case;
import io.myelin.palette.text.Match;
import io.myelin.palette.text.Replace;
import io.myelin.palette.text.Split;
import java.util.List;
import java.util.stream.Stream;

/** The components that come with Myelin, a list a family. */
public final class PaletteLibrary implements ComponentLibrary {
    private static final List<Class<? extends Component>> SOURCE =
            List.of(Values.class, Sequence.class, TimerSource.class);

    private static final List<Class<? extends Component>> FILE =
            List.of(FileLines.class, FileBytes.class, FileWrite.class);

    private static final List<Class<? extends Component>> HTTP = List.of(Request.class);

    private static final List<Class<? extends Component>> CONSOLE = List.of(Read.class, Print.class);

    private static final List<Class<? extends Component>> TEXT =
            List.of(Split.class, Replace.class, Match.class, Case.class);

    private static final List<Class<? extends Component>> FLOW = List.of(
            Batch.class,
            Unbatch.class,
            Take.class,
            Skip.class,
            Delay.class,
            RateLimit.class,
            NumberMessages.class,
            Discard.class);

    /** Made by ServiceLoader. */
    public PaletteLibrary() {}

    @Override
    public List<Class<? extends Component>> components() {
        return Stream.of(SOURCE, FILE, CONSOLE, TEXT, FLOW, HTTP)
                .flatMap(List::stream)
                .toList();
    }
}
