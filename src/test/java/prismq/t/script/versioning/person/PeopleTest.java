package prismq.t.script.versioning.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Accounts;
import prismq.t.script.versioning.account.Links;
import prismq.t.script.versioning.account.NewAccount;
import prismq.t.script.versioning.account.Role;
import prismq.t.script.versioning.audit.AuditLog;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.Person;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionFilter;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.index.IndexWriter;

/** Says whose names are, and takes it back. */
class PeopleTest {
  private static final int RANDOM_SEED = 20261130;

  private Database database;
  private VersionManager versions;
  private Accounts accounts;
  private People people;
  private Account ann;

  @BeforeEach
  void open(@TempDir Path folder) {
    database = Database.open(folder);
    versions = new VersionManager(database, new IndexWriter());
    accounts = new Accounts(database, new Links(database, Clock.systemUTC()), Clock.systemUTC());
    people = new People(database, accounts, AuditLog.of(database));
    ann =
        accounts.add(new NewAccount("Ann Lee", "ann@example.org", "seven grey herons"), Role.ADMIN);
    versions.createScript("intro", "Introduction");
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Version save(Author author) {
    int number = versions.script("intro").latestVersion() + 1;
    return versions.save(
        NewVersion.builder("intro", ScriptText.of("text " + number + "\n"), author, "").build());
  }

  private void saveBy(String... names) {
    for (String name : names) {
      save(Author.named(name));
    }
  }

  private long number(String name) {
    return people.names().stream()
        .filter(saved -> saved.name().equals(name))
        .findFirst()
        .orElseThrow()
        .author();
  }

  private List<Long> numbers(String... names) {
    return List.of(names).stream().map(this::number).toList();
  }

  private Owner annsAccount() {
    return new Owner.OfAccount(ann.id());
  }

  private List<Version> history() {
    return versions.versions("intro", VersionFilter.ALL, Integer.MAX_VALUE, 1_000);
  }

  private Map<Integer, Person> shown() {
    Map<Integer, Person> shown = new TreeMap<>();
    history().forEach(version -> shown.put(version.versionNumber(), version.person()));
    return shown;
  }

  private List<Integer> by(String author) {
    VersionFilter filter = new VersionFilter(null, author, null, null, null);
    return versions.versions("intro", filter, Integer.MAX_VALUE, 100).stream()
        .map(Version::versionNumber)
        .toList();
  }

  @Test
  void namesOfAnAccountAreShownAsItAndTheVersionsStayAsTheyAre() {
    saveBy("ann", "A. Lee", "Ben");
    List<Version> before = history();
    people.tie(numbers("ann", "A. Lee"), annsAccount());
    Person shown = new Person("Ann Lee", ann.id());
    assertThat(shown()).isEqualTo(Map.of(1, shown, 2, shown, 3, new Person("Ben", null)));
    assertThat(history()).extracting(Version::author).isEqualTo(authors(before));
    assertThat(history())
        .extracting(Version::versionHash)
        .isEqualTo(before.stream().map(Version::versionHash).toList());
    assertThat(by("Ann Lee")).containsExactly(2, 1);
    assertThat(by("ann")).as("by a name of before").containsExactly(2, 1);
    List<String> authors = versions.view("intro", ScriptView::authors);
    assertThat(authors).containsExactly("Ann Lee", "Ben");
  }

  private static List<Author> authors(List<Version> versions) {
    return versions.stream().map(Version::author).toList();
  }

  @Test
  void whatIsSavedLaterUnderATiedNameIsShownAsThePersonAtOnce() {
    saveBy("ann");
    people.tie(numbers("ann"), annsAccount());
    assertThat(save(Author.named("ann")).person()).isEqualTo(new Person("Ann Lee", ann.id()));
    accounts.change(ann.id(), account -> renamed(account, "Ann Cole"));
    assertThat(shown().values()).containsOnly(new Person("Ann Cole", ann.id()));
  }

  private static Account renamed(Account account, String name) {
    return new Account(
        account.id(),
        name,
        account.email(),
        account.timeZone(),
        account.language(),
        account.role(),
        account.isDisabled());
  }

  @Test
  void theSameNameWithAnotherAddressIsAnotherOne() {
    save(new Author("Kim", "kim@example.org"));
    save(new Author("Kim", "kim@example.com"));
    long first = people.names().get(0).author();
    people.tie(List.of(first), annsAccount());
    assertThat(shown().values())
        .extracting(Person::name)
        .containsExactlyInAnyOrder("Ann Lee", "Kim");
  }

  @Test
  void namesWithoutAnAccountAreShownAsOneOfThem() {
    saveBy("ben", "Ben B.", "Ben B.", "Cleo");
    people.tie(numbers("ben", "Ben B."), new Owner.OfNames(""));
    assertThat(shown().values())
        .extracting(Person::name)
        .containsExactly("Ben B.", "Ben B.", "Ben B.", "Cleo");
    people.tie(numbers("Cleo"), new Owner.OfPerson(people.people().get(0).id()));
    assertThat(shown().values()).containsOnly(new Person("Ben B.", null));
  }

  @Test
  void whoLeavesAPersonTakesTheirNameAlong() {
    saveBy("ben", "Ben B.", "Ben B.", "B");
    people.tie(numbers("ben", "Ben B.", "B"), new Owner.OfNames("Ben B."));
    people.untie(number("Ben B."));
    assertThat(shown().values())
        .extracting(Person::name)
        .containsExactly("B", "Ben B.", "Ben B.", "B");
  }

  @Test
  void whatCannotBeTiedIsRefusedAndNothingIsTied() {
    saveBy("ann", "Ben", "Cleo");
    people.tie(numbers("ann"), annsAccount());
    Map<Integer, Person> before = shown();
    refuses(List.of(), annsAccount(), "Tick the names first.");
    refuses(List.of(999L), annsAccount(), "no longer there");
    refuses(numbers("Ben", "ann"), annsAccount(), "“ann” is tied to Ann Lee already");
    refuses(numbers("Ben"), new Owner.OfNames("Ben"), "two names or more");
    refuses(numbers("Ben", "Cleo"), new Owner.OfNames("Ann Lee"), "has an account");
    refuses(numbers("Ben", "Cleo"), new Owner.OfNames("two\nlines"), "");
    refuses(numbers("Ben"), new Owner.OfPerson(999), "Choose somebody else");
    saveBy("Dora");
    refuses(numbers("Ben", "Cleo"), new Owner.OfNames("Dora"), "Another name is shown as “Dora”");
    assertThatThrownBy(() -> people.untie(number("Ben"))).isInstanceOf(InvalidInputException.class);
    assertThat(shown()).containsAllEntriesOf(before);
  }

  private void refuses(List<Long> authors, Owner owner, String why) {
    assertThatThrownBy(() -> people.tie(authors, owner))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(why);
  }

  @Test
  void namesThatDifferInCaseOrAddressAreProposed() {
    saveBy("ANN  lee", "Ben", "bén", "Cleo");
    save(new Author("A. L.", "Ann@Example.org"));
    save(new Author("Dora", "d@example.org"));
    save(new Author("D.", "D@example.org"));
    List<String> proposals =
        people.proposals().stream()
            .map(
                proposal ->
                    proposal.names().stream().map(SavedName::name).sorted().toList()
                        + " as "
                        + proposal.shown())
            .toList();
    assertThat(proposals)
        .containsExactlyInAnyOrder(
            "[A. L., ANN  lee] as Ann Lee", "[Ben, bén] as Ben", "[D., Dora] as D.");
    while (!people.proposals().isEmpty()) {
      NameProposal first = people.proposals().get(0);
      people.tie(first.names().stream().map(SavedName::author).toList(), first.owner());
    }
    assertThat(shown().values())
        .extracting(Person::name)
        .containsExactly("Ann Lee", "Ben", "Ben", "Cleo", "Ann Lee", "D.", "D.");
  }

  @Test
  void tyingJoinsNoMoreThanItSaysAndUntyingComesBackToTheSame() {
    String[] names = new String[12];
    for (int i = 0; i < names.length; i++) {
      names[i] = "Writer " + i;
    }
    saveBy(names);
    Map<Integer, Person> before = shown();
    Random random = new Random(RANDOM_SEED);
    for (int round = 0; round < 60; round++) {
      Map<Long, Owner> said = new HashMap<>();
      List<Long> free = new ArrayList<>(people.names().stream().map(SavedName::author).toList());
      while (free.size() > 3) {
        List<Long> some = new ArrayList<>();
        for (int i = 2 + random.nextInt(2); i > 0; i--) {
          some.add(free.remove(random.nextInt(free.size())));
        }
        Owner owner = random.nextInt(3) == 0 ? annsAccount() : new Owner.OfNames("");
        people.tie(some, owner);
        some.forEach(author -> said.put(author, owner));
        assertThat(joined()).isEqualTo(joined(said, some, owner));
      }
      List<Long> tied = new ArrayList<>(said.keySet());
      while (!tied.isEmpty()) {
        long author = tied.remove(random.nextInt(tied.size()));
        if (people.names().stream().anyMatch(n -> n.author() == author && n.isTied())) {
          people.untie(author);
        }
      }
      assertThat(shown()).as("round %s", round).isEqualTo(before);
      assertThat(people.people()).isEmpty();
    }
  }

  /** The sets of names that are shown alike. */
  private Set<Set<Long>> joined() {
    Map<String, Set<Long>> byShown = new HashMap<>();
    people
        .names()
        .forEach(
            name -> byShown.computeIfAbsent(name.shown(), s -> new HashSet<>()).add(name.author()));
    return new HashSet<>(byShown.values());
  }

  private final Map<Owner, Set<Long>> together = new HashMap<>();

  /** The same by what was said. */
  private Set<Set<Long>> joined(Map<Long, Owner> said, List<Long> last, Owner owner) {
    if (said.size() == last.size()) {
      together.clear();
    }
    Owner key = owner instanceof Owner.OfNames ? new Owner.OfNames("" + last) : owner;
    together.computeIfAbsent(key, k -> new HashSet<>()).addAll(last);
    Set<Set<Long>> sets = new HashSet<>(together.values());
    people.names().stream()
        .map(SavedName::author)
        .filter(author -> !said.containsKey(author))
        .forEach(author -> sets.add(Set.of(author)));
    return sets;
  }
}
