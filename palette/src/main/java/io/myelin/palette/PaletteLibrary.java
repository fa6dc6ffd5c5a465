package io.myelin.palette;

import io.myelin.engine.component.Component;
import io.myelin.engine.component.ComponentLibrary;
import io.myelin.engine.component.ComponentWords;
import io.myelin.palette.console.Print;
import io.myelin.palette.console.Read;
import io.myelin.palette.csv.CsvFormat;
import io.myelin.palette.csv.CsvParse;
import io.myelin.palette.data.DataAggregate;
import io.myelin.palette.data.DataCount;
import io.myelin.palette.data.DataFilter;
import io.myelin.palette.data.DataMap;
import io.myelin.palette.data.DataRoute;
import io.myelin.palette.file.FileBytes;
import io.myelin.palette.file.FileLines;
import io.myelin.palette.file.FileWrite;
import io.myelin.palette.flow.Batch;
import io.myelin.palette.flow.Carousel;
import io.myelin.palette.flow.Delay;
import io.myelin.palette.flow.Discard;
import io.myelin.palette.flow.Gate;
import io.myelin.palette.flow.NumberMessages;
import io.myelin.palette.flow.Publish;
import io.myelin.palette.flow.RateLimit;
import io.myelin.palette.flow.Sample;
import io.myelin.palette.flow.Skip;
import io.myelin.palette.flow.Subscribe;
import io.myelin.palette.flow.Take;
import io.myelin.palette.flow.Unbatch;
import io.myelin.palette.http.Request;
import io.myelin.palette.json.JsonFormat;
import io.myelin.palette.json.JsonParse;
import io.myelin.palette.source.Sequence;
import io.myelin.palette.source.TimerSource;
import io.myelin.palette.source.Values;
import io.myelin.palette.text.Case;
import io.myelin.palette.text.FillTemplate;
import io.myelin.palette.text.Match;
import io.myelin.palette.text.Replace;
import io.myelin.palette.text.Split;
import io.myelin.palette.view.ChartView;
import io.myelin.palette.view.TableView;
import io.myelin.palette.view.TextView;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
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
            List.of(Split.class, Replace.class, Match.class, Case.class, FillTemplate.class);

    private static final List<Class<? extends Component>> FLOW = List.of(
            Batch.class,
            Unbatch.class,
            Take.class,
            Skip.class,
            Delay.class,
            RateLimit.class,
            Sample.class,
            NumberMessages.class,
            Gate.class,
            Carousel.class,
            Publish.class,
            Subscribe.class,
            Discard.class);

    private static final List<Class<? extends Component>> CSV = List.of(CsvParse.class, CsvFormat.class);

    private static final List<Class<? extends Component>> JSON = List.of(JsonParse.class, JsonFormat.class);

    private static final List<Class<? extends Component>> DATA =
            List.of(DataMap.class, DataFilter.class, DataRoute.class, DataCount.class, DataAggregate.class);

    private static final List<Class<? extends Component>> VIEW =
            List.of(TextView.class, TableView.class, ChartView.class);

    /** Made by ServiceLoader. */
    public PaletteLibrary() {}

    @Override
    public List<Class<? extends Component>> components() {
        return Stream.of(SOURCE, FILE, CONSOLE, TEXT, CSV, JSON, DATA, FLOW, HTTP, VIEW)
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public ComponentWords words(Locale language) {
        String name = "texts_" + language.getLanguage() + ".properties";
        Properties texts = new Properties();
        try (InputStream bundle = PaletteLibrary.class.getResourceAsStream(name)) {
            if (bundle == null) {
                return ComponentWords.NONE;
            }
            texts.load(new InputStreamReader(bundle, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("this installation's " + name + " cannot be read", unreadable);
        }
        return key -> Optional.ofNullable(texts.getProperty(key));
    }
}
