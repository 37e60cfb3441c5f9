package prismq.t.script.versioning.history;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.language.FilledMessage;

/** Creates scripts and saves their versions; every call is one transaction. */
final class VersionSaver {
  private final Database database;
  private final Stores stores;
  private final HistoryListener listener;
  private final Clock clock;
  private final VersionWriter writer;
  private final BranchWriter branchWriter;

  VersionSaver(
      Database database, Stores stores, HistoryListener listener, Clock clock, int sizeLimit) {
    this.database = database;
    this.stores = stores;
    this.listener = listener;
    this.clock = clock;
    this.writer = new VersionWriter(stores, listener, clock, sizeLimit);
    this.branchWriter = new BranchWriter(stores.branches(), stores.versions(), listener, clock);
  }

  Script createScript(ReadableScripts readable, String scriptId, String title, SavedBeside beside) {
    Script.checkedId(scriptId);
    String checkedTitle = Script.checkedTitle(title);
    return database.write(
        handle -> {
          Script script = create(handle, readable, scriptId, checkedTitle);
          beside.write(handle);
          return script;
        });
  }

  Version createScript(ReadableScripts readable, String title, NewVersion first) {
    Script.checkedId(first.scriptId());
    String checkedTitle = Script.checkedTitle(title);
    return database.write(
        handle -> {
          create(handle, readable, first.scriptId(), checkedTitle);
          return writer.save(handle, first, null).version();
        });
  }

  private Script create(Handle handle, ReadableScripts readable, String scriptId, String title) {
    Optional<ScriptRow> taken = stores.scripts().find(handle, scriptId);
    if (taken.isPresent()) {
      throw new NameTakenException(
          FilledMessage.of(
              readable.include(taken.get().id()) ? "history.script_taken" : "history.id_unusable",
              scriptId));
    }
    ScriptRow script = stores.scripts().insert(handle, scriptId, title, now());
    stores.branches().insert(handle, script, 1, Branch.MAIN, "", null, now());
    listener.scriptAdded(handle, scriptId, title);
    return script.script();
  }

  Version save(NewVersion version) {
    return database.write(
        handle -> {
          checkDescribed(stores.scripts().required(handle, version.scriptId()), version);
          return writer.save(handle, version, null).version();
        });
  }

  /** Imports are not asked for what nobody can add any more. */
  private static void checkDescribed(ScriptRow script, NewVersion version) {
    if (script.script().descriptionRequired()) {
      ChangeDescription.required(version.changeDescription());
    }
  }

  Version saveOnNewBranch(NewVersion version, @Nullable Integer origin) {
    return database.write(
        handle -> {
          ScriptRow script = stores.scripts().required(handle, version.scriptId());
          checkDescribed(script, version);
          branchWriter.create(handle, script, version.branch(), origin, "");
          return writer.save(handle, version, null).version();
        });
  }

  SavedOnce save(NewVersion version, IdempotencyKey key) {
    return saveOnce(version, key, null);
  }

  /** Checks that the merge parent is the head of the branch merged from. */
  SavedOnce saveMerge(NewVersion version, String fromBranch, @Nullable IdempotencyKey key) {
    return saveOnce(version, key, fromBranch);
  }

  private SavedOnce saveOnce(
      NewVersion version, @Nullable IdempotencyKey key, @Nullable String fromBranch) {
    return database.write(
        handle -> {
          ScriptRow script = stores.scripts().required(handle, version.scriptId());
          Optional<Version> saved =
              key == null
                  ? Optional.empty()
                  : new ScriptView(handle, script, stores).savedBefore(key);
          if (saved.isPresent()) {
            return SavedOnce.before(saved.get());
          }
          checkDescribed(script, version);
          if (fromBranch != null) {
            checkMerged(handle, script, fromBranch, Objects.requireNonNull(version.mergeParent()));
          }
          Version made = writer.save(handle, version, null).version();
          if (key != null) {
            stores.idempotencyKeys().insert(handle, script, key, made.versionNumber(), now());
          }
          return SavedOnce.now(made);
        });
  }

  private void checkMerged(Handle handle, ScriptRow script, String fromBranch, int merged) {
    Branch from = stores.branches().required(handle, script, fromBranch);
    if (!Integer.valueOf(merged).equals(from.headVersion())) {
      throw new StaleBaseException(from.name(), merged, from.headVersion());
    }
  }

  <T> T saveTogether(Function<VersionBatch, T> work) {
    return database.write(
        handle -> work.apply(new VersionBatch(handle, stores, writer, branchWriter)));
  }

  void checkSize(ScriptText content) {
    writer.checkSize(content);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
