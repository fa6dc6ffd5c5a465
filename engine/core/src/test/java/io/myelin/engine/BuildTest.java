package io.myelin.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The build itself: the Java it found and the engines that run the tests. */
class BuildTest {
    @Test
    void runsOnAJavaThatIsNewEnough() {
        assertThat(Runtime.version().feature()).isGreaterThanOrEqualTo(25);
        assertThat(Boolean.getBoolean("myelin.strict")).isTrue();
    }

    @Test
    void engineKnowsNoWindow() {
        JavaClasses classes = new ClassFileImporter().importPackages("io.myelin.engine");
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "io.myelin.app..", "io.myelin.palette..")
                .check(classes);
    }

    @Test
    void theRoomOfChildProcessesKnowsMessagesOnly() {
        JavaClasses classes = new ClassFileImporter().importPackages("io.myelin.engine.process");
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.myelin.engine.run..",
                        "io.myelin.engine.plan..",
                        "io.myelin.engine.graph..",
                        "io.myelin.engine.component..")
                .check(classes);
    }

    @Property
    boolean propertiesRunBesideTests(@ForAll String text) {
        return new StringBuilder(text).append('.').length() == text.length() + 1;
    }
}
