package io.myelin.app.editor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Documents and their journals are plain Java: they work, and are tested, without a window. */
@AnalyzeClasses(packages = "io.myelin.app.editor", importOptions = ImportOption.DoNotIncludeTests.class)
class DocumentArchitectureTest {
    @ArchTest
    static final ArchRule DOCUMENTS_AND_JOURNALS_KNOW_NO_TOOLKIT = noClasses()
            .that()
            .resideInAnyPackage("..editor.document..", "..editor.journal..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "org.kordamp..");

    @ArchTest
    static final ArchRule DOCUMENTS_KNOW_NO_JOURNALS = noClasses()
            .that()
            .resideInAPackage("..editor.document..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..editor.journal..");
}
