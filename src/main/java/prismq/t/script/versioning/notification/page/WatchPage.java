package prismq.t.script.versioning.notification.page;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.notification.Watch;
import prismq.t.script.versioning.notification.WatchLevel;
import prismq.t.script.versioning.notification.Watches;
import prismq.t.script.versioning.readmark.AccountReader;
import prismq.t.script.versioning.web.FormFields;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.SentForm;
import prismq.t.script.versioning.web.Urls;

/** The page on which somebody says what of a script they want to be told. */
public final class WatchPage {
  private static final FormFields FIELDS = FormFields.of("level");

  private final VersionManager versionManager;
  private final Watches watches;
  private final Pages pages;

  /** Finds scripts by the one, and keeps by the other what is said. */
  public WatchPage(VersionManager versionManager, Watches watches, Pages pages) {
    this.versionManager = versionManager;
    this.watches = watches;
    this.pages = pages;
  }

  /** What the template shows. */
  record Model(Script script, Watch watch, Map<String, String> errors) {
    public List<WatchLevel> levels() {
      return List.of(WatchLevel.values());
    }

    public String url() {
      return Urls.watch(script.scriptId());
    }

    public String historyUrl() {
      return Urls.history(script.scriptId());
    }
  }

  /** Answers {@code /scripts/{script_id}/watch}. */
  public void show(Context context) {
    answer(context, 200, Map.of());
  }

  /** Keeps what is said, and leads to the script. */
  public void change(Context context) {
    long account = AccountReader.required(Requester.of(context));
    String scriptId = context.pathParam("script_id");
    FIELDS.attempt(
        () -> {
          WatchLevel level = WatchLevel.named(SentForm.stripped(context, "level"));
          boolean isMailed = !SentForm.text(context, "mail").isEmpty();
          watches.change(account, scriptId, before -> new Watch(level, isMailed));
          context.redirect(Urls.history(scriptId), HttpStatus.SEE_OTHER);
        },
        problem -> answer(context, problem.status(), problem.errors()));
  }

  private void answer(Context context, int status, Map<String, String> errors) {
    String scriptId = context.pathParam("script_id");
    long account = AccountReader.required(Requester.of(context));
    Model model = new Model(versionManager.script(scriptId), watches.of(account, scriptId), errors);
    pages.answer(context, status, "notification/watch", model);
  }
}
