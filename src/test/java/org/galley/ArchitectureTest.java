package org.galley;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;

/** The directions in which Galley's packages may know each other. */
@AnalyzeClasses(packages = "org.galley", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule the_core_is_plain_java = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.galley.story..", "org.galley.diff..", "org.galley.placement..", "org.galley.intake.text..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "org.primefaces..", "org.omnifaces..", "org.eclipse..");

    @ArchTest
    static final ArchRule the_document_model_knows_no_other_package = noClasses()
            .that()
            .resideInAPackage("org.galley.story..")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "are of another Galley package",
                    type -> type.getPackageName().startsWith("org.galley")
                            && !type.getPackageName().startsWith("org.galley.story")));

    @ArchTest
    static final ArchRule placement_knows_no_other_package = noClasses()
            .that()
            .resideInAPackage("org.galley.placement..")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "are of another Galley package than the document model",
                    type -> type.getPackageName().startsWith("org.galley")
                            && !type.getPackageName().startsWith("org.galley.placement")
                            && !type.getPackageName().startsWith("org.galley.story")));

    @ArchTest
    static final ArchRule the_plugin_interface_knows_no_other_package = noClasses()
            .that()
            .resideInAPackage("org.galley.spi..")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "are of another Galley package",
                    type -> type.getPackageName().startsWith("org.galley")
                            && !type.getPackageName().startsWith("org.galley.spi")));

    @ArchTest
    static final ArchRule features_have_no_cycles =
            slices().matching("org.galley.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule screens_and_api_use_services_only = noClasses()
            .that()
            .resideInAnyPackage("org.galley.web..", "org.galley.api..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(EntityManager.class)
            .orShould()
            .dependOnClassesThat()
            .areAnnotatedWith(Entity.class)
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("org.galley.*.internal..");

    @ArchTest
    static final ArchRule faces_appears_only_in_screens = noClasses()
            .that()
            .resideOutsideOfPackage("org.galley.web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.faces..", "org.primefaces..", "org.omnifaces..");

    @ArchTest
    static final ArchRule nothing_below_knows_screens_or_api = noClasses()
            .that()
            .resideOutsideOfPackages("org.galley.web..", "org.galley.api..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.galley.web..", "org.galley.api..");

    @ArchTest
    static final ArchRule platform_knows_no_feature = noClasses()
            .that()
            .resideInAPackage("org.galley.platform..")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "are of a feature",
                    type -> type.getPackageName().startsWith("org.galley")
                            && !type.getPackageName().startsWith("org.galley.platform")));

    @ArchTest
    static final ArchRule entities_are_hidden_in_their_feature =
            classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule time_comes_from_the_injected_clock = noClasses()
            .that()
            .resideOutsideOfPackage("org.galley.platform..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule screens_begin_no_transactions =
            noClasses().that().resideInAPackage("org.galley.web..").should().beAnnotatedWith(Transactional.class);

    @ArchTest
    static final ArchRule beans_that_live_as_long_as_a_view_can_be_stored = classes()
            .that()
            .areAnnotatedWith(jakarta.faces.view.ViewScoped.class)
            .or()
            .areAnnotatedWith(org.omnifaces.cdi.ViewScoped.class)
            .should()
            .implement(Serializable.class);
}
