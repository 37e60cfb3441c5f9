package prismq.t.script.versioning.account.page;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Requester.SignedIn;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Sessions;
import prismq.t.script.versioning.web.Client;
import prismq.t.script.versioning.web.SessionCookie;

/** Signs the browser of a request in, and leads it on. */
final class SessionStart {
  private final Sessions sessions;

  SessionStart(Sessions sessions) {
    this.sessions = sessions;
  }

  /** A new session each time: whoever knew the secret of the one before knows nothing. */
  void run(Context context, Account account, String next) {
    if (Requester.of(context) instanceof SignedIn before) {
      sessions.end(before.account(), before.session().hash());
    }
    SessionCookie.write(
        context, sessions.start(account, Device.of(context), Client.of(context).address()));
    context.redirect(next, HttpStatus.SEE_OTHER);
  }
}
