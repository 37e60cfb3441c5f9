package prismq.t.script.versioning.edit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.StaleBaseException;
import prismq.t.script.versioning.language.Messages;

/** The notices of the edit page about the versions that a form is based on. */
final class EditNotices {
  private EditNotices() {}

  /** The consequence of a damaged version to edit from. */
  static String startsEmpty() {
    return Messages.text("edit.starts_empty");
  }

  /** What follows where the version to compare with is damaged. */
  static String allIsNew() {
    return Messages.text("edit.all_is_new");
  }

  static String archived(Branch branch) {
    return Messages.text("edit.archived", branch.name());
  }

  /** Null where the form starts from the head. */
  static @Nullable String otherStart(int from, int head, ReadText headText) {
    if (from == head) {
      return null;
    }
    String start = Messages.text("edit.other_start", from, head);
    return headText.damage() == null ? start : start + " " + headText.damage();
  }

  /** Null where nothing was saved since the form was filled. */
  static @Nullable String newerHead(Branch branch, VersionForm form) {
    int head = VersionForm.orNone(branch.headVersion());
    if (head <= form.baseVersion()) {
      return null;
    }
    return form.baseVersion() == NewVersion.NO_VERSION_YET
        ? Messages.text("edit.newer_head_than_none", head)
        : Messages.text("edit.newer_head", head, form.baseVersion());
  }

  static String sameText(int parent) {
    return Messages.text("edit.same_text", parent);
  }

  static String stale(
      StaleBaseException stale, int head, ReadText headText, VersionForm form, Branch branch) {
    List<String> sentences = new ArrayList<>();
    sentences.add(stale.withOutcome());
    sentences.add(Messages.text("edit.text_kept"));
    if (headText.damage() == null) {
      sentences.add(Messages.text("edit.stale_compare", head));
    } else {
      sentences.add(headText.damage());
      sentences.add(allIsNew());
      sentences.add(Messages.text("edit.stale_damaged", head));
    }
    if (form.origin() != null) {
      sentences.add(Messages.text("edit.stale_new_branch", form.origin(), branch.name()));
    }
    return String.join(" ", sentences);
  }
}
