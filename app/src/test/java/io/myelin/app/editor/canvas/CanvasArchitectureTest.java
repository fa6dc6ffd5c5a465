package io.myelin.app.editor.canvas;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rooms of the canvas, and which may know which. */
@AnalyzeClasses(packages = "io.myelin.app.editor.canvas", importOptions = ImportOption.DoNotIncludeTests.class)
class CanvasArchitectureTest {
    @ArchTest
    static final ArchRule GEOMETRY_GESTURES_AND_ARRANGING_KNOW_NO_TOOLKIT = noClasses()
            .that()
            .resideInAnyPackage("..canvas.geometry..", "..canvas.route..", "..canvas.gesture..", "..canvas.arrange..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "org.kordamp..");

    @ArchTest
    static final ArchRule ONLY_ARRANGING_KNOWS_THE_LAYOUT_KERNEL = noClasses()
            .that()
            .resideOutsideOfPackage("..canvas.arrange..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.eclipse..");

    @ArchTest
    static final ArchRule GEOMETRY_KNOWS_NO_GESTURES = noClasses()
            .that()
            .resideInAPackage("..canvas.geometry..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..canvas.route..",
                    "..canvas.gesture..",
                    "..canvas.arrange..",
                    "..canvas.paint..",
                    "..canvas.live..");

    @ArchTest
    static final ArchRule ROUTES_KNOW_GEOMETRY_ONLY = noClasses()
            .that()
            .resideInAPackage("..canvas.route..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..canvas.gesture..", "..canvas.arrange..", "..canvas.paint..", "..canvas.live..");

    @ArchTest
    static final ArchRule GESTURES_KNOW_NO_PAINT = noClasses()
            .that()
            .resideInAPackage("..canvas.gesture..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..canvas.paint..", "..canvas.live..");
}
