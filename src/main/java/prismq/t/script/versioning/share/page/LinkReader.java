package prismq.t.script.versioning.share.page;

import io.javalin.http.Context;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Access;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Requester.SignedIn;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.access.Thing;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.page.LocalTimes;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;
import prismq.t.script.versioning.share.ShareLink;
import prismq.t.script.versioning.share.ShareLinks;
import prismq.t.script.versioning.web.Parameters;

/** Who looks after share links, and which ones they may know of. */
final class LinkReader {
  /** How many links a list shows at once. */
  static final int LINKS_A_PAGE = 50;

  private LinkReader() {}

  /** The account of whoever asks. */
  static Account account(Context context) {
    if (Requester.of(context) instanceof SignedIn signedIn) {
      return signedIn.account();
    }
    throw new Problem(ProblemKind.FORBIDDEN, FilledMessage.of("account.none_here"));
  }

  /** How times are written for somebody. */
  static LocalTimes times(Requester reader) {
    return new LocalTimes(zone(reader));
  }

  /** The zone whose days count for somebody. */
  static ZoneId zone(Requester reader) {
    return reader instanceof SignedIn signedIn
        ? signedIn.account().timeZone()
        : ZoneId.systemDefault();
  }

  /** Whether whoever asks looks after all links of the script that the address names. */
  static boolean managesScript(Context context) {
    return Access.may(Requester.of(context), Right.MANAGE, Thing.of(context));
  }

  /**
   * The link of the script that the address names.
   *
   * @throws Problem if there is none, or it is somebody else's and whoever asks does not manage the
   *     script, which looks the same
   */
  static ShareLink ofScript(Context context, ShareLinks links) {
    @Nullable Long maker =
        Requester.of(context) instanceof SignedIn signedIn ? signedIn.account().id() : null;
    return links.link(
        context.pathParam("script_id"),
        context.pathParam("share_link_id"),
        maker,
        managesScript(context));
  }

  /** Which page of a list is asked for, from 1. */
  static int page(Context context) {
    return Parameters.number(context, "page", 1, 1, 1_000_000);
  }
}
