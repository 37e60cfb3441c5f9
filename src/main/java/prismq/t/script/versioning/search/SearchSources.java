package prismq.t.script.versioning.search;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.passage.PassageHistory;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.db.Deadline;
import prismq.t.script.versioning.history.ReadableScripts;
import prismq.t.script.versioning.history.VersionGraph;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.index.PassageIndex;
import prismq.t.script.versioning.search.index.RowId;

/** All that a search reads, each in a transaction of its own. */
final class SearchSources {
  private final Database database;
  private final VersionManager versionManager;
  private final PassageIndex index;
  private final ReadableScripts readable;
  private final SearchStore store = new SearchStore();

  /** What is read of these scripts alone, whoever asks for another one. */
  SearchSources(
      Database database,
      VersionManager versionManager,
      PassageIndex index,
      ReadableScripts readable) {
    this.database = database;
    this.versionManager = versionManager;
    this.index = index.of(readable);
    this.readable = readable;
  }

  /** The same of other scripts. */
  SearchSources of(ReadableScripts other) {
    return other.equals(readable)
        ? this
        : new SearchSources(database, versionManager, index, other);
  }

  /** Whether nothing is hidden. */
  boolean areAll() {
    return readable.isAll();
  }

  VersionManager versionManager() {
    return versionManager;
  }

  PassageIndex index() {
    return index;
  }

  /** A number that is another one after anybody has written. */
  long changeCount() {
    return database.changeCount();
  }

  Optional<FoundScript> script(String scriptId) {
    return database.read(handle -> store.script(handle, readable, scriptId));
  }

  List<FoundScript> scripts(Collection<Long> numbers) {
    return database.read(handle -> store.scripts(handle, readable, numbers));
  }

  Set<Long> authors(List<Phrase> names) {
    return database.read(handle -> store.authors(handle, readable, names));
  }

  Map<Long, Found.ToldAuthor> told(Collection<Long> authors) {
    return database.read(handle -> store.told(handle, authors));
  }

  Set<String> labelled(List<Phrase> words) {
    return database.read(handle -> store.labelled(handle, readable, words));
  }

  List<String> branches(String name) {
    return database.read(handle -> store.branches(handle, readable, name));
  }

  PassageHistory history(FoundScript script) {
    return index.history(script.number());
  }

  VersionGraph graph(FoundScript script) {
    return versionManager.graph(script.scriptId());
  }

  ScriptVersions versions(FoundScript script) {
    return database.read(handle -> store.versions(handle, script));
  }

  BitSet fitting(FoundScript script, VersionConditions conditions) {
    return database.read(handle -> store.fitting(handle, script.number(), conditions));
  }

  List<RowId> fitting(
      VersionConditions conditions,
      @Nullable Collection<Long> scripts,
      int limit,
      Deadline deadline) {
    return database.read(
        handle -> store.fitting(handle, readable, conditions, scripts, limit, deadline));
  }

  Map<Integer, List<String>> notes(FoundScript script, List<Integer> versions) {
    return database.read(handle -> store.notes(handle, script.number(), versions));
  }
}
