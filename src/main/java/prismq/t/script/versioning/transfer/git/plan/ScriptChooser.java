package prismq.t.script.versioning.transfer.git.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.transfer.git.walk.FileHistory;
import prismq.t.script.versioning.transfer.imports.ImportContext;
import prismq.t.script.versioning.transfer.imports.ImportException;
import prismq.t.script.versioning.transfer.imports.ImportedTitle;
import prismq.t.script.versioning.transfer.imports.ScriptIds;
import prismq.t.script.versioning.transfer.imports.SourceKeys;
import prismq.t.script.versioning.transfer.imports.TargetScript;

/** Decides which script the history of a file goes to. */
public final class ScriptChooser {
  private final ImportContext context;

  /**
   * A script and the history that goes to it.
   *
   * @param known what was imported before
   */
  public record ChosenScript(
      String scriptId, ImportedTitle title, FileHistory history, SourceKeys known) {}

  private enum Fit {
    /** There is no such script, or it is empty. */
    FREE,
    /** It was imported from this history. */
    SAME,
    /** Its versions are from elsewhere. */
    OTHER
  }

  public ScriptChooser(ImportContext context) {
    this.context = context;
  }

  /**
   * The script for a file that is imported alone.
   *
   * @param wanted null to have it made of the file's name
   * @throws ImportException if that script has another history
   */
  public ChosenScript forOne(FileHistory history, @Nullable String wanted) {
    String name = history.path().last().toString();
    @Nullable String noted = history.notedScriptId();
    String scriptId =
        wanted == null ? ScriptIds.from(noted == null ? name : noted) : Script.checkedId(wanted);
    Fit fit = fit(scriptId, history);
    if (fit == Fit.OTHER) {
      throw new ImportException(
          FilledMessage.of(
              "import.occupied_choose", TargetScript.of(context, scriptId).occupied()));
    }
    return chosen(scriptId, title(history, name), history);
  }

  /**
   * Scripts for all files; those for which there is none go into the summary.
   *
   * @throws ImportException if there is none for any
   */
  public List<ChosenScript> forAll(List<FileHistory> histories) {
    Map<FileHistory, String> ids = new HashMap<>();
    // Those imported before go first, so that a new file of a like name does not take their place.
    // Of a copy and its original, which have versions in common, each keeps its own.
    Set<String> claimed = new HashSet<>();
    for (BiPredicate<FileHistory, SourceKeys> isSource :
        List.<BiPredicate<FileHistory, SourceKeys>>of(
            FileHistory::isByNameSourceOf, FileHistory::isSourceOf)) {
      for (FileHistory history : histories) {
        if (!ids.containsKey(history)) {
          sameScript(history, claimed, isSource)
              .ifPresent(
                  id -> {
                    ids.put(history, id);
                    claimed.add(id);
                  });
        }
      }
    }
    List<ChosenScript> chosen = new ArrayList<>();
    FilledMessage refusal = FilledMessage.verbatim("");
    for (FileHistory history : histories) {
      String scriptId = ids.getOrDefault(history, firstUnclaimed(history, claimed));
      claimed.add(scriptId);
      Fit fit = fit(scriptId, history);
      if (fit != Fit.OTHER) {
        chosen.add(chosen(scriptId, title(history, history.path().toString()), history));
      } else {
        refusal =
            FilledMessage.of(
                "import.occupied_alone", TargetScript.of(context, scriptId).occupied());
        context.summary().leftOut(history.path().toString(), "", refusal);
      }
    }
    if (chosen.isEmpty()) {
      throw new ImportException(FilledMessage.of("import.nothing", refusal));
    }
    return chosen;
  }

  private static String name(FileHistory history) {
    @Nullable String noted = history.notedScriptId();
    return noted == null ? history.path().toString() : noted;
  }

  private static ImportedTitle title(FileHistory history, String name) {
    @Nullable String noted = history.notedTitle();
    return noted == null ? ImportedTitle.ofFile(name) : ImportedTitle.given(noted);
  }

  private Optional<String> sameScript(
      FileHistory history, Set<String> claimed, BiPredicate<FileHistory, SourceKeys> isSource) {
    for (int attempt = 0; ; attempt++) {
      String scriptId = ScriptIds.from(name(history), attempt);
      TargetScript target = TargetScript.of(context, scriptId);
      if (target.isFree()) {
        return Optional.empty();
      }
      if (!claimed.contains(scriptId)
          && isSource.test(history, new SourceKeys(target.imported()))) {
        return Optional.of(scriptId);
      }
    }
  }

  private static String firstUnclaimed(FileHistory history, Set<String> claimed) {
    int attempt = 0;
    while (claimed.contains(ScriptIds.from(name(history), attempt))) {
      attempt++;
    }
    return ScriptIds.from(name(history), attempt);
  }

  private Fit fit(String scriptId, FileHistory history) {
    TargetScript target = TargetScript.of(context, scriptId);
    if (target.isFree()) {
      return Fit.FREE;
    }
    return history.isSourceOf(new SourceKeys(target.imported())) ? Fit.SAME : Fit.OTHER;
  }

  private ChosenScript chosen(String scriptId, ImportedTitle title, FileHistory history) {
    TargetScript target = TargetScript.of(context, scriptId);
    return new ChosenScript(scriptId, title, history, new SourceKeys(target.imported()));
  }
}
