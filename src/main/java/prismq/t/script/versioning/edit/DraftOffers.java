package prismq.t.script.versioning.edit;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.compare.Comparisons;
import prismq.t.script.versioning.draft.DraftKeys;
import prismq.t.script.versioning.draft.DraftPlace;
import prismq.t.script.versioning.draft.DraftWriter;
import prismq.t.script.versioning.draft.Drafts;
import prismq.t.script.versioning.draft.StoredDraft;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.SavedBeside;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.web.Parameters;
import prismq.t.script.versioning.web.Times;

/**
 * Has forms offer the draft that is kept on the server of whoever is signed in, or fills them with
 * it where their address names it, and has it removed when it is saved.
 */
final class DraftOffers {
  private final Drafts drafts;
  private final Comparisons comparisons;
  private final Times times;

  DraftOffers(Drafts drafts, Comparisons comparisons, Times times) {
    this.drafts = drafts;
    this.comparisons = comparisons;
    this.times = times;
  }

  /** The form for a version. */
  EditModel on(Context context, EditModel model) {
    @Nullable StoredDraft draft = find(place(context, model.script(), model.branch()));
    if (draft == null) {
      return model;
    }
    if (isNamed(context, draft)) {
      VersionForm form = model.form().restored(draft);
      return model.restored(form, EditNotices.newerHead(model.branch(), form));
    }
    // What was saved from another page in the meantime needs no offer; the next draft replaces it.
    boolean isHere =
        draft.fields().content().equals(model.form().content())
            && draft.fields().baseVersion() != model.form().baseVersion();
    return isHere
        ? model.inPlaceOf(draft)
        : model.offering(
            DraftOffer.of(
                draft,
                times,
                model.script(),
                model.editUrl(),
                model.form().content(),
                comparisons));
  }

  /** The form for a new script. */
  NewScriptPage.Model on(Context context, NewScriptPage.Model model) {
    @Nullable StoredDraft draft = find(placeOfNewScript(context));
    if (draft == null) {
      return model;
    }
    return isNamed(context, draft)
        ? model.restored(draft)
        : model.offering(DraftOffer.ofNewScript(draft, times));
  }

  /** Removes what is done with once a version is saved. */
  SavedBeside removal(Context context, WrittenOn base, VersionForm form) {
    return removal(place(context, base.script(), base.branch()), form);
  }

  /** The same once a new script is created. */
  SavedBeside removal(Context context, VersionForm form) {
    return removal(placeOfNewScript(context), form);
  }

  private SavedBeside removal(@Nullable DraftPlace place, VersionForm form) {
    return place == null ? SavedBeside.NOTHING : drafts.removal(place, form.draft());
  }

  private @Nullable StoredDraft find(@Nullable DraftPlace place) {
    return place == null ? null : drafts.find(place).orElse(null);
  }

  private static boolean isNamed(Context context, StoredDraft draft) {
    return draft.seen().equals(Parameters.text(context, DraftKeys.FIELD));
  }

  /** Null where nobody is signed in. */
  private static @Nullable DraftPlace place(Context context, Script script, Branch branch) {
    @Nullable Account writer = DraftWriter.orNone(context);
    return writer == null
        ? null
        : new DraftPlace(writer.id(), script.scriptId(), branch.branchNumber());
  }

  private static @Nullable DraftPlace placeOfNewScript(Context context) {
    @Nullable Account writer = DraftWriter.orNone(context);
    return writer == null ? null : DraftPlace.ofNewScript(writer.id());
  }
}
