package prismq.t.script.versioning.web;

import io.javalin.http.Context;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Requester.SignedIn;

/** Keeps what somebody is shown who is signed in, or a guest, out of every cache. */
public final class PrivateAnswers {
  private PrivateAnswers() {}

  /** Has nobody keep the answer to somebody who is signed in, or to a guest. */
  public static void keepOutOfCaches(Context context) {
    boolean isPublic = context.path().startsWith(Assets.PREFIX);
    if (Urls.isForGuests(context.path())) {
      context.header("Cache-Control", "private, no-store");
    } else if (!isPublic && Requester.of(context) instanceof SignedIn) {
      context.header("Cache-Control", "no-store");
    }
  }
}
