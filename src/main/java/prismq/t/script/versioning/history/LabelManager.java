package prismq.t.script.versioning.history;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.language.FilledMessage;

/**
 * Labels versions of scripts. It never changes versions. Safe for use by several threads; every
 * call is a transaction of its own.
 */
public final class LabelManager {
  private final Database database;
  private final HistoryListener listener;
  private final Clock clock;
  private final ScriptStore scripts = new ScriptStore();
  private final VersionStore versions = new VersionStore();
  private final LabelStore labels = new LabelStore();

  /** Works on this database by this clock. */
  public LabelManager(Database database, Clock clock) {
    this(database, HistoryListener.NONE, clock);
  }

  /** The same; the listener is called with what is changed. */
  public LabelManager(Database database, HistoryListener listener, Clock clock) {
    this.database = database;
    this.listener = listener;
    this.clock = clock;
  }

  /**
   * A label on the requested version.
   *
   * @param isNew whether the version did not have it before
   */
  public record Given(Label label, boolean isNew) {
    private static Given now(Label label) {
      return new Given(label, true);
    }

    private static Given before(Label label) {
      return new Given(label, false);
    }
  }

  /**
   * Gives a version a label, which it may have already.
   *
   * @throws NotFoundException if script or version do not exist
   * @throws InvalidInputException if the name is outside the rules
   * @throws NameTakenException if another version of the script has the label
   */
  public Given give(String scriptId, String name, int versionNumber) {
    return database.write(
        handle -> {
          ScriptRow script = scripts.required(handle, scriptId);
          String checked = checked(handle, script, name, versionNumber);
          Optional<Label> existing = labels.find(handle, script, checked);
          if (existing.isEmpty()) {
            return put(handle, script, checked, versionNumber);
          }
          if (existing.get().versionNumber() != versionNumber) {
            throw new NameTakenException(
                FilledMessage.of(
                    "history.label_taken", existing.get().versionNumber(), scriptId, checked));
          }
          return Given.before(existing.get());
        });
  }

  /** Does the same, but takes the label from another version that has it. */
  public Given move(String scriptId, String name, int versionNumber) {
    return database.write(
        handle -> {
          ScriptRow script = scripts.required(handle, scriptId);
          String checked = checked(handle, script, name, versionNumber);
          return labels
              .find(handle, script, checked)
              .filter(label -> label.versionNumber() == versionNumber)
              .map(Given::before)
              .orElseGet(() -> put(handle, script, checked, versionNumber));
        });
  }

  private String checked(Handle handle, ScriptRow script, String name, int versionNumber) {
    String checked = Label.checkedName(name);
    if (versions.find(handle, script, versionNumber).isEmpty()) {
      throw VersionStore.missing(script.script(), versionNumber);
    }
    return checked;
  }

  private Given put(Handle handle, ScriptRow script, String name, int versionNumber) {
    if (labels.count(handle, script) >= Label.MAX_COUNT) {
      throw new InvalidInputException(
          "name", FilledMessage.of("field.labels", script.script().scriptId(), Label.MAX_COUNT));
    }
    Label label = new Label(name, versionNumber, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    labels.put(handle, script, label);
    listener.labelAdded(handle, script.script().scriptId(), label);
    return Given.now(label);
  }

  /**
   * Removes a label; returns what it was.
   *
   * @throws NotFoundException if the script, or the label, does not exist
   */
  public Label remove(String scriptId, String name) {
    return database.write(
        handle -> {
          ScriptRow script = scripts.required(handle, scriptId);
          Label label =
              labels
                  .find(handle, script, Label.tidied(name))
                  .orElseThrow(() -> NotFoundException.label(script.script(), name));
          labels.delete(handle, script, label);
          listener.labelRemoved(handle, scriptId, label);
          return label;
        });
  }

  /** The names of the labels of a script that have a rule by which they are moved. */
  public Set<String> ruled(String scriptId) {
    return database.read(handle -> labels.ruled(handle, scripts.required(handle, scriptId)));
  }

  /** Adds recorded labels, all or none; existing ones stay. */
  public void add(String scriptId, List<Label> given) {
    database.write(
        handle -> {
          ScriptRow script = scripts.required(handle, scriptId);
          for (Label label : given) {
            if (labels.find(handle, script, label.name()).isEmpty()) {
              labels.put(handle, script, label);
              listener.labelAdded(handle, scriptId, label);
            }
          }
          return null;
        });
  }
}
