package prismq.t.script.versioning.share.page;

import java.util.HashMap;
import java.util.Map;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.Metadata;
import prismq.t.script.versioning.history.Person;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.language.Messages;

/**
 * What guests of a share link are told of a script and its versions: nothing that leads to other
 * versions, and no names where the link hides them; then writers are numbered in the order in which
 * they are told of.
 */
final class GuestVersions {
  /** Stands for the id of every script. */
  private static final String SCRIPT_ID = "script";

  private final boolean hidesNames;
  private final Map<Person, Integer> numbers = new HashMap<>();

  GuestVersions(boolean hidesNames) {
    this.hidesNames = hidesNames;
  }

  /** A script without its id and its times. */
  static Script told(Script script) {
    return new Script(
        SCRIPT_ID,
        script.title(),
        0,
        script.createdAt(),
        script.createdAt(),
        script.format(),
        false,
        false,
        script.wordsPerMinute());
  }

  /** A version by itself. */
  Version told(Version version) {
    String name = hidesNames ? writer(version.person()) : version.person().name();
    return new Version(
        SCRIPT_ID,
        version.versionNumber(),
        "",
        1,
        null,
        null,
        null,
        version.contentHash(),
        version.versionHash(),
        Author.named(name),
        new Person(name, null),
        hidesNames ? "" : version.changeDescription(),
        version.createdAt(),
        version.sizeBytes(),
        version.words(),
        version.lines(),
        null,
        null,
        Metadata.NONE);
  }

  /** A version among others, which it may refer to. */
  Version inHistory(Version version) {
    if (!hidesNames) {
      return version;
    }
    String name = writer(version.person());
    return new Version(
        version.scriptId(),
        version.versionNumber(),
        // Branches are often called by who writes on them.
        Messages.text("share.branch", version.branchNumber()),
        version.branchNumber(),
        version.parentVersion(),
        version.mergeParentVersion(),
        version.restoredFrom(),
        version.contentHash(),
        version.versionHash(),
        Author.named(name),
        new Person(name, null),
        "",
        version.createdAt(),
        version.sizeBytes(),
        version.words(),
        version.lines(),
        version.wordsInserted(),
        version.wordsDeleted(),
        Metadata.NONE);
  }

  private String writer(Person person) {
    int number = numbers.computeIfAbsent(person, next -> numbers.size() + 1);
    return Messages.text("share.writer", number);
  }
}
