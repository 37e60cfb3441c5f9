package prismq.t.script.versioning.web;

import io.javalin.http.Context;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Requester.SignedIn;

/** Keeps what somebody is shown who is signed in out of every cache. */
public final class PrivateAnswers {
  private PrivateAnswers() {}

  /** Has nobody keep the answer to somebody who is signed in. */
  public static void keepOutOfCaches(Context context) {
    boolean isPublic = context.path().startsWith(Assets.PREFIX);
    if (!isPublic && Requester.of(context) instanceof SignedIn) {
      context.header("Cache-Control", "no-store");
    }
  }
}
