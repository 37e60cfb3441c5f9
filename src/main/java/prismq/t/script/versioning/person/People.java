package prismq.t.script.versioning.person;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Accounts;
import prismq.t.script.versioning.audit.AuditAct;
import prismq.t.script.versioning.audit.AuditEvent;
import prismq.t.script.versioning.audit.AuditLog;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.problem.Problem;

/**
 * Says whose the names are that versions were saved under, and takes it back. Versions themselves
 * stay as they are: only what is shown for their authors changes. Safe for use by several threads.
 */
public final class People {
  /** Most names that are tied at once. */
  public static final int MAX_TIED = 500;

  private final Database database;
  private final Accounts accounts;
  private final AuditLog log;
  private final PersonStore store = new PersonStore();

  /** Keeps it in this database, and records it in this log. */
  public People(Database database, Accounts accounts, AuditLog log) {
    this.database = database;
    this.accounts = accounts;
    this.log = log;
  }

  /** All names that versions were saved under, in alphabetical order. */
  public List<SavedName> names() {
    return database.read(store::names);
  }

  /** Proposals whose the names are that are not tied. */
  public List<NameProposal> proposals() {
    return NameLikeness.proposals(names(), accounts.list());
  }

  /** Everybody whom names are tied to, in alphabetical order. */
  public List<TiedPerson> people() {
    return database.read(store::people);
  }

  /**
   * Says that names are one person's.
   *
   * @param authors the numbers of the names, of which none is tied
   * @throws Problem if that cannot be, and why
   */
  public void tie(Collection<Long> authors, Owner owner) {
    @Nullable Account account =
        owner instanceof Owner.OfAccount of ? accounts.account(of.id()) : null;
    List<Account> everybody = accounts.list();
    database.write(
        handle -> {
          List<SavedName> names = store.names(handle);
          List<SavedName> chosen = chosen(names, authors);
          TiedPerson person =
              owner instanceof Owner.OfNames together
                  ? together(handle, checkedShown(together.shown(), everybody, names, chosen))
                  : known(handle, owner, account);
          chosen.forEach(name -> store.tie(handle, name.author(), person.id()));
          record(handle, AuditAct.NAMES_TIED, chosen, person);
          return null;
        });
  }

  private static List<SavedName> chosen(List<SavedName> names, Collection<Long> authors) {
    Map<Long, SavedName> byNumber =
        names.stream()
            .collect(
                Collectors.toMap(SavedName::author, name -> name, (a, b) -> a, LinkedHashMap::new));
    if (authors.isEmpty()) {
      throw new InvalidInputException("author", FilledMessage.of("names.none_chosen"));
    }
    if (authors.size() > MAX_TIED) {
      throw new InvalidInputException("author", FilledMessage.of("names.too_many", MAX_TIED));
    }
    for (long author : authors) {
      @Nullable SavedName name = byNumber.get(author);
      if (name == null) {
        throw new InvalidInputException("author", FilledMessage.of("names.unknown"));
      }
      if (name.isTied()) {
        throw new InvalidInputException(
            "author", FilledMessage.of("names.tied_already", name.name(), name.shown()));
      }
    }
    return authors.stream().distinct().map(byNumber::get).map(Objects::requireNonNull).toList();
  }

  private TiedPerson together(Handle handle, String shown) {
    return new TiedPerson(store.insertNamed(handle, shown), shown, null);
  }

  private TiedPerson known(Handle handle, Owner owner, @Nullable Account account) {
    if (owner instanceof Owner.OfPerson known) {
      return store.person(handle, known.person()).orElseThrow(People::nobody);
    }
    long id = Objects.requireNonNull(account).id();
    if (store.ofAccount(handle, id).isEmpty()) {
      store.insertAccount(handle, id);
    }
    return store.ofAccount(handle, id).orElseThrow();
  }

  private static Problem nobody() {
    return new InvalidInputException("owner", FilledMessage.of("names.gone"));
  }

  /** A name that is shown for nobody else, or two people would look like one. */
  private static String checkedShown(
      String typed, List<Account> accounts, List<SavedName> names, List<SavedName> chosen) {
    if (chosen.size() < 2) {
      throw new InvalidInputException("owner", FilledMessage.of("names.one_alone"));
    }
    String shown = typed.isBlank() ? mostUsed(chosen).name() : named(typed.strip());
    if (accounts.stream().anyMatch(account -> account.name().equals(shown))) {
      throw new InvalidInputException("shown", FilledMessage.of("names.of_account", shown));
    }
    if (names.stream().anyMatch(name -> name.shown().equals(shown) && !chosen.contains(name))) {
      throw new InvalidInputException("shown", FilledMessage.of("names.of_others", shown));
    }
    return shown;
  }

  private static String named(String typed) {
    try {
      return Author.named(typed).name();
    } catch (InvalidInputException e) {
      throw new InvalidInputException("shown", FilledMessage.verbatim(e.sentence()));
    }
  }

  /** The name that most versions were saved under. */
  static SavedName mostUsed(List<SavedName> names) {
    SavedName most = names.get(0);
    for (SavedName name : names) {
      most = name.versions() > most.versions() ? name : most;
    }
    return most;
  }

  /**
   * Takes back whose a name is. A person without an account of whom one name is left is no more
   * than that name again.
   *
   * @throws Problem if the name is not tied
   */
  public void untie(long author) {
    database.write(
        handle -> {
          List<SavedName> names = store.names(handle);
          SavedName name =
              names.stream()
                  .filter(known -> known.author() == author && known.isTied())
                  .findFirst()
                  .orElseThrow(
                      () ->
                          new InvalidInputException("author", FilledMessage.of("names.not_tied")));
          TiedPerson person =
              store.person(handle, Objects.requireNonNull(name.person())).orElseThrow();
          store.untie(handle, author);
          keepOrDelete(handle, person, name, others(names, name));
          record(handle, AuditAct.NAMES_UNTIED, List.of(name), person);
          return null;
        });
  }

  private static List<SavedName> others(List<SavedName> names, SavedName name) {
    return names.stream()
        .filter(other -> other.author() != name.author())
        .filter(other -> Objects.equals(other.person(), name.person()))
        .toList();
  }

  private void keepOrDelete(
      Handle handle, TiedPerson person, SavedName untied, List<SavedName> left) {
    if (left.isEmpty() || (person.account() == null && left.size() == 1)) {
      store.delete(handle, person.id());
    } else if (person.account() == null
        && person.shown().equals(untied.name())
        && left.stream().noneMatch(name -> name.name().equals(person.shown()))) {
      // Or they would still look like the one who is no longer among them.
      store.rename(handle, person.id(), mostUsed(left).name());
    }
  }

  private void record(Handle handle, AuditAct act, List<SavedName> names, TiedPerson person) {
    List<String> quoted =
        names.stream().map(name -> Messages.text("names.quoted", name.name())).toList();
    String key = act == AuditAct.NAMES_TIED ? "audit.thing.tied" : "audit.thing.untied";
    log.record(
        handle, AuditEvent.of(act, Messages.text(key, Messages.list(quoted), person.shown())));
  }
}
