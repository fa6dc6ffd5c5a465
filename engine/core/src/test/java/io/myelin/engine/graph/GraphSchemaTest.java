package io.myelin.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.myelin.engine.component.Execution;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.JsonValues;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schema, the model and the page of the format say the same. */
class GraphSchemaTest {
    private static final String TEXT = GraphFile.schema();
    private static final DataRecord TREE = (DataRecord) JsonValues.parse(TEXT);
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(TEXT, InputFormat.JSON);

    @Test
    void theExampleOfThePageFitsTheSchema() {
        assertThat(SCHEMA.validate(FormatPage.example(), InputFormat.JSON)).isEmpty();
    }

    @Test
    void theKeysOfAGraphAreTheSameInPageSchemaAndModel() {
        Set<String> ofSchema = new LinkedHashSet<>(Set.of("format"));
        ofSchema.addAll(properties("graph"));

        assertThat(FormatPage.keysOfTheTable()).containsExactlyElementsOf(GraphKeys.GRAPH);
        assertThat(ofSchema).containsExactlyInAnyOrderElementsOf(GraphKeys.GRAPH);
        assertThat(properties("graph")).containsExactlyElementsOf(GraphKeys.INNER_GRAPH);
    }

    @Test
    void theKeysOfAComponentAreTheSameInPageSchemaAndModel() {
        assertThat(FormatPage.quotedBetween("A component:", "Defaults:"))
                .containsAll(GraphKeys.COMPONENT)
                .containsAll(writtenOnThePage(GraphKeys.FAILURE))
                .containsAll(GraphKeys.LIMIT);
        assertThat(properties("component")).containsExactlyElementsOf(GraphKeys.COMPONENT);
        assertThat(properties("onError")).containsExactlyElementsOf(GraphKeys.FAILURE);
        assertThat(properties("limit")).containsExactlyElementsOf(GraphKeys.LIMIT);
        assertThat(properties("parameter")).containsExactlyElementsOf(GraphKeys.PARAMETER);
        assertThat(properties("link")).containsExactlyElementsOf(GraphKeys.LINK);
        assertThat(properties("position")).containsExactlyElementsOf(GraphKeys.POSITION);
        assertThat(properties("layout")).containsExactlyElementsOf(GraphKeys.ENTRIES_OF_LAYOUT);
        assertThat(properties("linkLayout")).containsExactlyElementsOf(GraphKeys.LINK_LAYOUT);
        assertThat(properties("group")).containsExactlyElementsOf(GraphKeys.GROUP_FRAME);
        assertThat(properties("note")).containsExactlyElementsOf(GraphKeys.NOTE);
    }

    /** {@code group} is newer than the page: the schema and the README describe it. */
    private static List<String> writtenOnThePage(List<String> keys) {
        return keys.stream().filter(key -> !key.equals(GraphKeys.GROUP)).toList();
    }

    @Test
    void theNamesOfChoicesAreTheSameInPageSchemaAndModel() {
        Set<String> ofPage = FormatPage.quotedBetween("A component:", "Defaults:");

        assertThat(choices("component", "execution")).isEqualTo(ids(Execution.values(), Execution::id));
        assertThat(choices("component", "state")).isEqualTo(ids(ComponentState.values(), ComponentState::id));
        assertThat(choices("onError", "policy")).isEqualTo(ids(FailurePolicy.values(), FailurePolicy::id));
        assertThat(choices("onError", "group")).isEqualTo(ids(RestartGroup.values(), RestartGroup::id));
        assertThat(choices("limit", "overflow")).isEqualTo(ids(OverflowPolicy.values(), OverflowPolicy::id));
        assertThat(choices("parameter", "type")).isEqualTo(ids(ParameterType.values(), ParameterType::id));
        assertThat(ofPage)
                .containsAll(ids(Execution.values(), Execution::id))
                .containsAll(ids(ComponentState.values(), ComponentState::id))
                .containsAll(ids(FailurePolicy.values(), FailurePolicy::id))
                .containsAll(ids(OverflowPolicy.values(), OverflowPolicy::id));
        assertThat(FormatPage.quotedBetween("| `parameters` |", "\n"))
                .containsAll(ids(ParameterType.values(), ParameterType::id));
    }

    @Property(tries = 300)
    void anyGraphThatIsWrittenFitsTheSchema(@ForAll long seed) {
        String text = GraphFile.format(new RandomGraphs(seed).graph());

        assertThat(SCHEMA.validate(text, InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{'format': 'myelin-graph/2'}",
                "{'format': 'myelin-graph/1', 'title': 5}",
                "{'format': 'myelin-graph/1', 'components': {'1': {'type': 'x'}}}",
                "{'format': 'myelin-graph/1', 'components': {'a': {}}}",
                "{'format': 'myelin-graph/1', 'components': {'a': {'type': 'x', 'state': 'off'}}}",
                "{'format': 'myelin-graph/1', 'components': {'a': {'type': 'x', 'inboxes': {'i': {'capacity': -1}}}}}",
                "{'format': 'myelin-graph/1', 'components': {'a': {'type': 'x', 'inboxes': {'i': {'capacity': 1.5}}}}}",
                "{'format': 'myelin-graph/1', 'components': {'a': {'type': 'x', 'onError': {'retries': 2147483648}}}}",
                "{'format': 'myelin-graph/1', 'components': {'a': {'type': 'x', 'onError': {'group': 'some'}}}}",
                "{'format': 'myelin-graph/1', 'links': [{'from': 'a.b'}]}",
                "{'format': 'myelin-graph/1', 'links': [{'from': '.b', 'to': 'a.b'}]}",
                "{'format': 'myelin-graph/1', 'links': [{'from': 'a.', 'to': 'a.b'}]}",
                "{'format': 'myelin-graph/1', 'inboxes': {'a': 'b'}}",
                "{'format': 'myelin-graph/1', 'graphs': {'g': {'links': {}}}}",
                "{'format': 'myelin-graph/1', 'parameters': {'p': {'type': 'int'}}}",
                "{'format': 'myelin-graph/1', 'layout': {'components': {'a': {'x': 1}}}}",
                "{'format': 'myelin-graph/1', 'layout': {'links': {}}}",
                "{'format': 'myelin-graph/1', 'layout': {'links': [{'from': 'a.b', 'to': 'c'}]}}",
                "{'format': 'myelin-graph/1', 'layout': {'links': [{'from': 'a.b', 'to': 'c.d', 'hidden': 1}]}}",
                "{'format': 'myelin-graph/1', 'layout': {'links': [{'from': 'a.b', 'to': 'c.d', 'label': 1}]}}",
                "{'format': 'myelin-graph/1', 'layout': {'links': [{'from': 'a.b', 'to': 'c.d', 'waypoints': [1]}]}}",
                "{'format': 'myelin-graph/1', 'layout': {'groups': {'g': {'members': ['a', 1]}}}}",
                "{'format': 'myelin-graph/1', 'layout': {'groups': []}}",
                "{'format': 'myelin-graph/1', 'layout': {'notes': {'n': {'text': 'x', 'x': 1}}}}",
                "{'format': 'myelin-graph/1', 'layout': {'notes': {'n': {'x': 1, 'y': 1, 'width': 0}}}}"
            })
    void whatTheReaderRefusesTheSchemaRefusesToo(String text) {
        String json = text.replace('\'', '"');

        assertThat(GraphFile.parse(json).graph()).isEmpty();
        assertThat(SCHEMA.validate(json, InputFormat.JSON)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'format': 'myelin-graph/1'}",
                "{'format': 'myelin-graph/1', 'components': {'a': {'type': 'x', 'inboxes': {'i': {'capacity': 5.0}}}}}",
                "{'format': 'myelin-graph/1', 'components': {'a': {'type': 'x', 'onError': {'retries': 1E1}}}}",
                "{'format': 'myelin-graph/1', 'links': [{'from': 'a.b.c', 'to': 'a.b', 'new': 1}]}",
                "{'format': 'myelin-graph/1', 'layout': {'links': [{'from': 'a.b', 'to': 'c.d', 'waypoints': [], 'new': 1}]}}",
                "{'format': 'myelin-graph/1', 'layout': {'groups': {'g': {'members': ['gone'], 'color': 'any'}}}}",
                "{'format': 'myelin-graph/1', 'layout': {'notes': {'n': {'x': 1, 'y': 1, 'width': 0.5, 'new': []}}}}"
            })
    void whatTheSchemaAllowsTheReaderReads(String text) {
        String json = text.replace('\'', '"');

        assertThat(SCHEMA.validate(json, InputFormat.JSON)).isEmpty();
        assertThat(GraphFile.parse(json).graph()).isPresent();
    }

    private static Set<String> properties(String definition) {
        return ((DataRecord) definition(definition).get("properties")).keySet();
    }

    private static DataRecord definition(String name) {
        return (DataRecord) ((DataRecord) TREE.get("$defs")).get(name);
    }

    private static List<?> choices(String definition, String property) {
        DataRecord properties = (DataRecord) definition(definition).get("properties");
        return (List<?>) ((DataRecord) properties.get(property)).get("enum");
    }

    private static <E> List<String> ids(E[] constants, Function<E, String> id) {
        return Arrays.stream(constants).map(id).toList();
    }
}
