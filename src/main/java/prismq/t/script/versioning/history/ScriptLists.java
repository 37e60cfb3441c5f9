package prismq.t.script.versioning.history;

import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import prismq.t.script.versioning.db.Database;

/** Lists of scripts, each of those alone that somebody may know of. For several threads. */
public final class ScriptLists {
  private final Database database;
  private final Stores stores;

  ScriptLists(Database database, Stores stores) {
    this.database = database;
    this.stores = stores;
  }

  /**
   * The scripts, archived ones too, with their latest versions, most recently changed first.
   *
   * @param limit maximum number
   * @param offset number to skip at the start
   */
  public ScriptList list(ReadableScripts readable, int limit, int offset) {
    return database.read(
        handle -> {
          List<Script> scripts = stores.scripts().list(handle, readable, limit, offset);
          int count = stores.scripts().count(handle, readable);
          return list(handle, scripts, count, count, 0);
        });
  }

  /**
   * The chosen scripts with their latest versions.
   *
   * @param limit maximum number
   * @param offset number to skip at the start
   */
  public ScriptList list(ReadableScripts readable, ScriptChoice choice, int limit, int offset) {
    return database.read(
        handle -> {
          List<ScriptChoice.Dated> all = stores.scripts().dated(handle, readable);
          List<ScriptChoice.Dated> listed = choice.listed(all);
          List<ScriptChoice.Dated> fitting = choice.of(listed);
          List<Script> scripts =
              fitting.stream().skip(offset).limit(limit).map(ScriptChoice.Dated::script).toList();
          int besides = choice.archivedBesides(all);
          return list(handle, scripts, listed.size(), fitting.size(), besides);
        });
  }

  private ScriptList list(
      Handle handle, List<Script> scripts, int count, int fitting, int archived) {
    Map<String, Version> latest =
        stores.versions().latest(handle, scripts.stream().map(Script::scriptId).toList());
    return new ScriptList(
        scripts.stream()
            .map(script -> new ScriptList.Item(script, latest.get(script.scriptId())))
            .toList(),
        count,
        fitting,
        archived);
  }

  /** Whether there is a script of this id, whoever may know of it. */
  public boolean has(String scriptId) {
    return database.read(handle -> stores.scripts().find(handle, scriptId)).isPresent();
  }

  /** That there is no such script, with what scripts there are. */
  public NotFoundException missing(String scriptId, ReadableScripts readable) {
    return database.read(handle -> stores.scripts().missing(handle, scriptId, readable));
  }
}
