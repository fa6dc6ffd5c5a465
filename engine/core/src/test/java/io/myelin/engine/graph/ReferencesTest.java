package io.myelin.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.graph.References.Kind;
import io.myelin.engine.graph.References.Literal;
import io.myelin.engine.graph.References.Reference;
import io.myelin.engine.graph.References.Unfinished;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ReferencesTest {
    @Test
    void aTextIsTakenApartIntoLiteralsAndReferences() {
        assertThat(References.parse("a${name}b${env:HOME}${secret:KEY}"))
                .containsExactly(
                        new Literal("a"),
                        new Reference(Kind.PARAMETER, "name"),
                        new Literal("b"),
                        new Reference(Kind.ENVIRONMENT, "HOME"),
                        new Reference(Kind.SECRET, "KEY"));
    }

    @Test
    void twoDollarsBeforeABraceAreALiteral() {
        assertThat(References.parse("$${name} costs $5 $ $$")).containsExactly(new Literal("${name} costs $5 $ $$"));
    }

    @Test
    void aReferenceWithoutAnEndIsFound() {
        assertThat(References.parse("a${b")).containsExactly(new Literal("a"), new Unfinished("${b"));
    }

    @Test
    void anEmptyTextHasNoPieces() {
        assertThat(References.parse("")).isEmpty();
    }

    @Property
    void aTextWithoutDollarsIsItself(@ForAll String text) {
        String plain = text.replace("$", "");

        assertThat(References.parse(plain))
                .isEqualTo(plain.isEmpty() ? java.util.List.of() : java.util.List.of(new Literal(plain)));
    }
}
