package vn.nguongoc;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.spring.stereotype.Aggregate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.modulith.core.ApplicationModules;
import vn.nguongoc.planted.Planted;

/**
 * The house's arrows and habits. Each rule has an offender planted in a test package, so that none passes by a
 * misspelling.
 */
class HouseTest {
    private static final String[] WRITING_ROOMS = {
        "..organisation..", "..seed..", "..plot..", "..lot..", "..step..", "..shipment..", "..recall..", "..labelling.."
    };
    private static final DescribedPredicate<JavaClass> CLOCKS = DescribedPredicate.describe(
            "a clock or a source of random ids",
            type -> type.isEquivalentTo(java.time.Clock.class) || type.isEquivalentTo(UUID.class));

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("vn.nguongoc");

    @Test
    void rooms_import_only_what_their_package_info_allows() {
        ApplicationModules.of(NguonGoc.class, new ImportOption.DoNotIncludeTests())
                .verify();
    }

    static final ArchRule AGGREGATES_ARE_PRIVATE = classes()
            .that()
            .areAnnotatedWith(Aggregate.class)
            .should()
            .bePackagePrivate()
            .because("other rooms send commands, they never hold an aggregate");

    static final ArchRule WRITING_ROOMS_READ_NO_CLOCK = noClasses()
            .that()
            .resideInAnyPackage(WRITING_ROOMS)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .dependOnClassesThat(are(CLOCKS))
            .because("time and ids come in with the command");

    static final ArchRule EVENT_SOURCING_HANDLERS_ARE_PRIVATE = noMethods()
            .that()
            .areAnnotatedWith(EventSourcingHandler.class)
            .should()
            .bePublic()
            .because("nobody calls them but the log");

    static final ArchRule EVENT_SOURCING_HANDLERS_NEVER_THROW = methods()
            .that()
            .areAnnotatedWith(EventSourcingHandler.class)
            .should(makeNoException())
            .because("what is stored has happened");

    private static ArchCondition<JavaMethod> makeNoException() {
        return new ArchCondition<>("make no exception") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                method.getConstructorCallsFromSelf().stream()
                        .filter(call -> call.getTargetOwner().isAssignableTo(Throwable.class))
                        .forEach(call -> events.add(SimpleConditionEvent.violated(method, call.getDescription())));
            }
        };
    }

    static final ArchRule NO_FLOATING_POINT_IN_QUANTITIES = noFields()
            .that()
            .areDeclaredInClassesThat(resideInAnyPackage(
                    "..shared..",
                    "..catalogue..",
                    "..organisation..",
                    "..seed..",
                    "..plot..",
                    "..lot..",
                    "..step..",
                    "..shipment..",
                    "..recall..",
                    "..labelling.."))
            .should()
            .haveRawType(double.class)
            .orShould()
            .haveRawType(Double.class)
            .orShould()
            .haveRawType(float.class)
            .because("quantities are exact");

    static final ArchRule READERS_DO_NOT_WRITE = noClasses()
            .that()
            .resideInAnyPackage(
                    "..view..",
                    "..generations..",
                    "..lists..",
                    "..history..",
                    "..buyer..",
                    "..trace..",
                    "..recallreport..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.axonframework.commandhandling.."))
            .because("a projection calls no gateway");

    static final ArchRule NO_ROOM_IS_NAMED_AFTER_A_LAYER = noClasses()
            .should()
            .resideInAnyPackage(
                    "..util..", "..common..", "..service..", "..impl..", "..dto..", "..manager..", "..helper..")
            .because("packages are named after what they hold");

    static final ArchRule ONLY_MONGO_KNOWS_THE_EMBEDDED_SERVER = noClasses()
            .that()
            .resideOutsideOfPackage("..mongo..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("de.bwaldvogel..", "org.h2.."))
            .because("everything else speaks to MongoDB through its driver");

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(AGGREGATES_ARE_PRIVATE, Planted.PublicAggregate.class),
                Arguments.of(WRITING_ROOMS_READ_NO_CLOCK, vn.nguongoc.planted.lot.ReadsTheClock.class),
                Arguments.of(EVENT_SOURCING_HANDLERS_ARE_PRIVATE, Planted.LoudHandler.class),
                Arguments.of(EVENT_SOURCING_HANDLERS_NEVER_THROW, Planted.ThrowingHandler.class),
                Arguments.of(NO_FLOATING_POINT_IN_QUANTITIES, vn.nguongoc.planted.lot.WeighsInDoubles.class),
                Arguments.of(READERS_DO_NOT_WRITE, vn.nguongoc.planted.view.SendsCommands.class),
                Arguments.of(READERS_DO_NOT_WRITE, vn.nguongoc.planted.generations.SendsCommands.class),
                Arguments.of(READERS_DO_NOT_WRITE, vn.nguongoc.planted.lists.SendsCommands.class),
                Arguments.of(READERS_DO_NOT_WRITE, vn.nguongoc.planted.history.SendsCommands.class),
                Arguments.of(NO_ROOM_IS_NAMED_AFTER_A_LAYER, vn.nguongoc.planted.util.Utility.class),
                Arguments.of(ONLY_MONGO_KNOWS_THE_EMBEDDED_SERVER, Planted.OpensTheStore.class));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_house_keeps_the_rule(ArchRule rule, Class<?> offender) {
        rule.check(HOUSE);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_rule_catches_its_offender(ArchRule rule, Class<?> offender) {
        var planted = new ClassFileImporter().importClasses(offender);
        assertThat(rule.evaluate(planted).hasViolation())
                .as(rule.getDescription())
                .isTrue();
    }

    @Test
    void a_room_that_imports_what_it_may_not_is_caught() {
        var planted = ApplicationModules.of("vn.nguongoc.planted", (ImportOption) testsToo -> true);
        assertThat(planted.detectViolations().hasViolations()).isTrue();
        assertThat(planted.detectViolations().getMessages())
                .anyMatch(message -> message.contains("lot") && message.contains("history"));
    }

    @Test
    void a_room_that_may_only_read_and_does_more_is_caught() {
        var planted = ApplicationModules.of("vn.nguongoc.planted", (ImportOption) testsToo -> true);
        assertThat(planted.detectViolations().getMessages())
                .anyMatch(message -> message.contains("trace") && message.contains("generations.SendsCommands"))
                .noneMatch(message -> message.contains("generations.Reads"));
    }

    @Test
    void the_shared_room_holds_at_most_fifteen_types() {
        assertThat(HOUSE.stream()
                        .filter(type -> type.getPackageName().equals("vn.nguongoc.shared"))
                        .filter(type ->
                                type.isTopLevelClass() && !type.getSimpleName().equals("package-info")))
                .hasSizeLessThanOrEqualTo(15);
    }
}
