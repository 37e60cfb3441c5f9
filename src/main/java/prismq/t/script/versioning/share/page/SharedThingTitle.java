package prismq.t.script.versioning.share.page;

import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.share.SharedThing;
import prismq.t.script.versioning.share.SharedThing.SharedComparison;
import prismq.t.script.versioning.share.SharedThing.SharedReport;
import prismq.t.script.versioning.share.SharedThing.SharedVersion;
import prismq.t.script.versioning.share.VersionPointer;
import prismq.t.script.versioning.share.VersionPointer.NewestOnBranch;
import prismq.t.script.versioning.share.VersionPointer.PinnedVersion;
import prismq.t.script.versioning.web.Urls;

/** What a link shows of a script, in a few words for its maker, and where that is found. */
final class SharedThingTitle {
  private SharedThingTitle() {}

  /** Such as “v40 → v60”. */
  static String of(SharedThing thing, ScriptView view) {
    if (thing instanceof SharedComparison comparison) {
      return Messages.text(
          "share.thing_pair",
          "v" + comparison.from().versionNumber(),
          pointer(comparison.to(), view));
    }
    if (thing instanceof SharedVersion version) {
      return pointer(version.version(), view);
    }
    @Nullable PinnedVersion until = ((SharedReport) thing).until();
    return until == null
        ? Messages.text("share.thing_report")
        : Messages.text("share.thing_report_until", until.versionNumber());
  }

  private static String pointer(VersionPointer pointer, ScriptView view) {
    if (pointer instanceof PinnedVersion pinned) {
      return "v" + pinned.versionNumber();
    }
    return ((NewestOnBranch) pointer)
        .branch(view)
        .map(Branch::name)
        .map(name -> Messages.text("share.thing_newest", name))
        .orElseGet(() -> Messages.text("share.thing_gone"));
  }

  /** Whether all of it is still there. */
  static boolean isThere(SharedThing thing, ScriptView view) {
    if (thing instanceof SharedComparison comparison) {
      return comparison.from().find(view).isPresent() && comparison.to().find(view).isPresent();
    }
    if (thing instanceof SharedVersion version) {
      return version.version().find(view).isPresent();
    }
    @Nullable PinnedVersion until = ((SharedReport) thing).until();
    return until == null || until.find(view).isPresent();
  }

  /** Its page for who has an account. */
  static String url(SharedThing thing, ScriptView view) {
    String scriptId = view.scriptId();
    if (thing instanceof SharedComparison comparison) {
      return comparison
          .to()
          .find(view)
          .map(
              to ->
                  Urls.compare(scriptId, comparison.from().versionNumber(), to.versionNumber())
                      + (comparison.options().isEmpty() ? "" : "?" + comparison.options()))
          .orElseGet(() -> Urls.history(scriptId));
    }
    if (thing instanceof SharedVersion version) {
      return version
          .version()
          .find(view)
          .map(found -> Urls.version(scriptId, found.versionNumber()))
          .orElseGet(() -> Urls.history(scriptId));
    }
    String choices = ((SharedReport) thing).choices();
    return Urls.report(scriptId) + (choices.isEmpty() ? "" : "?" + choices);
  }
}
