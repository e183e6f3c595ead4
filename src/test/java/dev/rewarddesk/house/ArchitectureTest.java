package dev.rewarddesk.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.animation.Timeline;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The arrows of the design. */
final class ArchitectureTest {

    private static final String ROOT = "dev.rewarddesk.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.rewarddesk");

    @TestFactory
    Stream<DynamicTest> roomsUseOnlyTheRoomsTheyMay() {
        String services = "review checkpoint library statistics collect dataset account";
        return Stream.of(
                room("model", "", "the vocabulary is spoken by all and knows nobody"),
                room("failure", "", "failures are spoken by all and know nobody"),
                room("supabase", "model failure", "the client knows the contract, not what is done with it"),
                room("disk", "", "files are closed and locked for whoever owns them"),
                room("outbox", "model failure disk", "it keeps writes, whoever makes them"),
                room("review", "model failure supabase outbox", "services do not know each other's insides"),
                room("checkpoint", "model failure supabase outbox", "services do not know each other's insides"),
                room("library", "model failure supabase outbox", "services do not know each other's insides"),
                room("statistics", "model failure supabase outbox", "services do not know each other's insides"),
                room(
                        "collect",
                        "model failure supabase disk settings",
                        "services do not know each other's insides; whom a model's answers come from is a person's setting"),
                room("dataset", "model failure supabase outbox", "services do not know each other's insides"),
                room("account", "model failure supabase outbox", "services do not know each other's insides"),
                room("embedded", "model disk", "the backend is a mouth over SQL and must not lean on its own clients"),
                room("settings", "model disk", "settings are read before anything else is there"),
                room(
                        "desktop",
                        services + " model failure settings",
                        "the desktop reaches a workspace through services only"),
                room(
                        "cli",
                        services + " model failure settings",
                        "the command line is a thin adapter over the services"),
                room(
                        "mcp",
                        services + " model failure settings",
                        "the MCP server is a thin adapter over the services"));
    }

    @Test
    void librariesStayInTheirRooms() {
        only("javafx..", "another mouth must run without a toolkit", "desktop");
        only("okhttp3..", "there is one API client, and one crawler", "supabase", "collect");
        only(
                "java.sql..",
                "rules about data live in SQL behind the backend; the two others keep what only this machine knows",
                "embedded",
                "outbox",
                "collect.journal");
        only("org.jsoup..", "pages of others are read in one place", "collect.crawl");
        only("io.javalin..", "only the backend serves HTTP", "embedded");
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.rewarddesk.(*)..")
                .should()
                .beFreeOfCycles()
                .because("data flows one way")
                .check(CLASSES);
    }

    @Test
    void viewModelsKnowNoNodes() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat(resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.application.."))
                .because("view models are tested without a toolkit")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void nothingKeepsTheScreenAwakeThatDoesNotMove() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.rewarddesk.desktop.control",
                        "dev.rewarddesk.desktop.markdown",
                        "dev.rewarddesk.desktop.tour")
                .should()
                .dependOnClassesThat(
                        JavaClass.Predicates.type(Timeline.class).or(JavaClass.Predicates.type(AnimationTimer.class)))
                .because("JavaFX makes every pulse while an animation runs; the desk's clock is desktop.task.Every")
                .check(CLASSES);
    }

    private static DynamicTest room(String name, String allowed, String because) {
        DescribedPredicate<JavaClass> mine = resideInAPackage(ROOT + name + "..");
        DescribedPredicate<JavaClass> allowedRooms = Stream.of(allowed.split(" "))
                .filter(room -> !room.isEmpty())
                .map(room -> resideInAPackage(ROOT + room + ".."))
                .reduce(mine, (one, other) -> one.or(other));
        return DynamicTest.dynamicTest(
                name,
                () -> noClasses()
                        .that(mine)
                        .should()
                        .dependOnClassesThat(
                                resideInAPackage("dev.rewarddesk..").and(DescribedPredicate.not(allowedRooms)))
                        .because(because)
                        .allowEmptyShould(true)
                        .check(CLASSES));
    }

    private static void only(String library, String because, String... rooms) {
        String[] packages = Stream.of(rooms).map(room -> ROOT + room + "..").toArray(String[]::new);
        noClasses()
                .that()
                .resideOutsideOfPackages(packages)
                .should()
                .dependOnClassesThat(resideInAPackage(library))
                .because(because)
                .allowEmptyShould(true)
                .check(CLASSES);
    }
}
