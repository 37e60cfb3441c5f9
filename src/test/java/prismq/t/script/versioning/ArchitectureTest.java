package prismq.t.script.versioning;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String ROOT = "prismq.t.script.versioning";

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void theCoreReachesNothingButTheJdkAndItsOwnLibraries() {
    classes()
        .that(resideInAPackage(ROOT + ".core.."))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                ROOT + ".core..",
                ROOT + ".language..",
                ROOT + ".problem..",
                "java..",
                "com.github.difflib..",
                "com.github.luben.zstd..",
                "org.jspecify.."))
        .andShould()
        .onlyDependOnClassesThat(
            not(resideInAnyPackage("java.sql..", "java.net..", "java.nio.file..")))
        .check(OURS);
  }

  @Test
  void problemsReachNothingButTheJdk() {
    classes()
        .that(resideInAPackage(ROOT + ".problem.."))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                ROOT + ".language..",
                ROOT + ".problem..",
                "java.lang..",
                "java.util..",
                "java.io..",
                "java.net..",
                "java.nio..",
                "org.jspecify.."))
        .check(OURS);
  }

  @Test
  void noTwoFeaturesNeedEachOther() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(OURS);
  }

  @Test
  void historiesKnowNothingOfTheSearch() {
    noClasses()
        .that(resideInAPackage(ROOT + ".history.."))
        .should()
        .dependOnClassesThat(resideInAPackage(ROOT + ".search.."))
        .check(OURS);
  }

  @Test
  void sqlStandsOnlyInStoresAndInTheDatabasePackage() {
    DescribedPredicate<JavaClass> store =
        simpleNameEndingWith("Store")
            .or(nestedInStore())
            .or(resideInAPackage(ROOT + ".db.."))
            .as("stores");
    noClasses()
        .that(not(store))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("org.jdbi.v3.core.statement..", "java.sql..", "org.sqlite.."))
        .check(OURS);
  }

  private static DescribedPredicate<JavaClass> nestedInStore() {
    return DescribedPredicate.describe(
        "nested in a store",
        type ->
            type.getEnclosingClass()
                .map(outer -> outer.getSimpleName().endsWith("Store"))
                .orElse(false));
  }

  @Test
  void everyPackageIsNullMarked() {
    classes().should(beInANullMarkedPackage()).check(OURS);
  }

  private static ArchCondition<JavaClass> beInANullMarkedPackage() {
    return new ArchCondition<>("be in a package with a @NullMarked package-info") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean marked =
            type.getPackage()
                .tryGetPackageInfo()
                .map(info -> info.isAnnotatedWith(NullMarked.class))
                .orElse(false);
        events.add(new SimpleConditionEvent(type, marked, type.getPackageName() + " is not"));
      }
    };
  }

  @Test
  void onlyCommandsPrint() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(ROOT + ".Main")
        .and()
        .resideOutsideOfPackage(ROOT + ".transfer..")
        .and()
        .haveSimpleNameNotEndingWith("Command")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(OURS);
  }

  @Test
  void onlyCommandsKnowTheCommandLine() {
    DescribedPredicate<JavaClass> command =
        DescribedPredicate.describe(
            "commands",
            type -> {
              JavaClass outermost = outermost(type);
              return outermost.getSimpleName().endsWith("Command")
                  || outermost.getName().equals(ROOT + ".Main");
            });
    noClasses()
        .that(not(command.or(resideInAPackage(ROOT + ".command.."))))
        .should()
        .dependOnClassesThat(resideInAPackage(ROOT + ".command.."))
        .check(OURS);
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
  }

  @Test
  void noTwoTypesShareASimpleName() {
    Map<String, List<String>> types =
        OURS.stream()
            .filter(type -> !isNamedByItsOuterType(type) && !type.isAnonymousClass())
            .filter(type -> !type.getSimpleName().equals("package-info"))
            .collect(
                Collectors.groupingBy(
                    JavaClass::getSimpleName,
                    TreeMap::new,
                    Collectors.mapping(JavaClass::getName, Collectors.toList())));
    assertThat(types).hasSizeGreaterThan(500);
    assertThat(types.values()).allSatisfy(named -> assertThat(named).hasSize(1));
  }

  /** A page's Model and the Builder of a type are told apart by what they are nested in. */
  private static boolean isNamedByItsOuterType(JavaClass type) {
    return type.isNestedClass() && Set.of("Model", "Builder").contains(type.getSimpleName());
  }

  @Test
  void timesAreOfJavaTime() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.Date")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.Calendar")
        .check(OURS);
  }
}
