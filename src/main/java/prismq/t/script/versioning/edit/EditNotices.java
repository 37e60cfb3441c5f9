package prismq.t.script.versioning.edit;

import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.StaleBaseException;

/** The notices of the edit page about the versions that a form is based on. */
final class EditNotices {
  /** The consequence of a damaged version to edit from. */
  static final String STARTS_EMPTY =
      "So this starts without a text. To start with the text of another version, open that version"
          + " and choose Edit from here.";

  /** What follows where the version to compare with is damaged. */
  static final String ALL_IS_NEW = "So all of your text counts as new here.";

  private EditNotices() {}

  static String archived(Branch branch) {
    return "The branch “"
        + branch.name()
        + "” is archived, so nothing can be saved on it until it is restored. What you write here can"
        + " be saved on a new branch.";
  }

  /** Null where the form starts from the head. */
  static @Nullable String otherStart(int from, int head, ReadText headText) {
    if (from == head) {
      return null;
    }
    return "This starts from the text of version "
        + from
        + ", not of the latest, version "
        + head
        + ". Saving adds a version after the latest."
        + (headText.damage() == null ? "" : " " + headText.damage());
  }

  /** Null where nothing was saved since the form was filled. */
  static @Nullable String newerHead(Branch branch, VersionForm form) {
    int head = VersionForm.orNone(branch.headVersion());
    if (head <= form.baseVersion()) {
      return null;
    }
    return "Meanwhile version "
        + head
        + " was saved. This compares with "
        + (form.baseVersion() == NewVersion.NO_VERSION_YET
            ? "nothing"
            : "version " + form.baseVersion())
        + ", on which you wrote. When you save, both are merged; where both changed the same text, you"
        + " are asked first.";
  }

  static String sameText(int parent) {
    return "The text is the same as that of version "
        + parent
        + ", byte for byte. Save it as a new version anyway?";
  }

  static String stale(
      StaleBaseException stale, int head, ReadText headText, VersionForm form, Branch branch) {
    String wayOn =
        headText.damage() == null
            ? "“Your changes” shows what saving now would change in version "
                + head
                + "; copy from there what should stay, then save again."
            : headText.damage()
                + " "
                + ALL_IS_NEW
                + " Save again to put it on top of version "
                + head
                + ".";
    String otherWay =
        form.origin() == null
            ? ""
            : " Or save it to a new branch that starts at version "
                + form.origin()
                + ", beside "
                + branch.name()
                + ".";
    return stale.withOutcome() + " Your text is still here. " + wayOn + otherWay;
  }
}
