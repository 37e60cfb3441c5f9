package prismq.t.script.versioning.revision;

import java.util.ArrayList;
import java.util.List;
import prismq.t.script.versioning.core.revision.RevisedDraft;
import prismq.t.script.versioning.core.revision.RevisedSheet;
import prismq.t.script.versioning.language.Messages;

/**
 * What to do with pages that somebody has in print.
 *
 * @param pages which, as in a sentence
 */
record PageInstruction(String title, String pages) {
  /** More are counted only. */
  private static final int MOST = 400;

  /** What has to be done for a revision, nothing where it changed no page. */
  static List<PageInstruction> of(RevisedDraft draft) {
    List<PageInstruction> all = new ArrayList<>();
    add(all, "revision.replace", draft.replaced());
    List<String> inserted = new ArrayList<>();
    String before = "";
    for (RevisedSheet sheet : draft.sheets()) {
      if (draft.inserted().contains(sheet.label())) {
        inserted.add(
            before.isEmpty() || sheet.label().contains("–")
                ? sheet.label()
                : Messages.text("revision.behind", sheet.label(), before));
      }
      before = sheet.label();
    }
    add(all, "revision.insert", inserted);
    add(all, "revision.remove", draft.removed());
    return all;
  }

  private static void add(List<PageInstruction> all, String key, List<String> pages) {
    if (pages.isEmpty()) {
      return;
    }
    String listed = String.join(", ", pages.subList(0, Math.min(MOST, pages.size())));
    all.add(
        new PageInstruction(
            Messages.count(key, pages.size(), Integer.toString(pages.size())),
            listed + (pages.size() > MOST ? ", …" : "")));
  }
}
