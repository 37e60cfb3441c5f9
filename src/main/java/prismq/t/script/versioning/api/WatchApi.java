package prismq.t.script.versioning.api;

import io.javalin.http.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.notification.Watch;
import prismq.t.script.versioning.notification.WatchLevel;
import prismq.t.script.versioning.notification.Watches;
import prismq.t.script.versioning.readmark.AccountReader;
import prismq.t.script.versioning.web.Json;

/** The API's calls on what somebody wants to be told of a script. */
public final class WatchApi {
  private final Watches watches;

  /** Keeps it by these. */
  public WatchApi(Watches watches) {
    this.watches = watches;
  }

  /** What somebody wants to be told, and whether by mail. */
  record WatchJson(String level, boolean mail) {
    static WatchJson of(Watch watch) {
      return new WatchJson(watch.level().word(), watch.isMailed());
    }
  }

  /** Answers with what the owner of the token wants to be told. */
  public void show(Context context) {
    Watch watch =
        watches.of(AccountReader.required(Requester.of(context)), context.pathParam("script_id"));
    Json.answer(context, 200, WatchJson.of(watch));
  }

  /** Changes what of it is named. */
  public void change(Context context) {
    JsonBody body = JsonBody.read(context, List.of("level", "mail"));
    long account = AccountReader.required(Requester.of(context));
    @Nullable String word = body.optionalText("level");
    @Nullable WatchLevel level = word == null ? null : WatchLevel.named(word);
    @Nullable Boolean mail = body.optionalBoolean("mail");
    Watch after =
        watches.change(
            account,
            context.pathParam("script_id"),
            before ->
                new Watch(
                    level == null ? before.level() : level,
                    mail == null ? before.isMailed() : mail));
    Json.answer(context, 200, WatchJson.of(after));
  }
}
