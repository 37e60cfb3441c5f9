package prismq.t.script.versioning.web;

import prismq.t.script.versioning.access.Access;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Requester.ByToken;
import prismq.t.script.versioning.access.Requester.LoneComputer;
import prismq.t.script.versioning.access.Requester.Nobody;
import prismq.t.script.versioning.access.Requester.SignedIn;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.access.Thing;
import prismq.t.script.versioning.account.Secret;

/**
 * What templates know of who asks. It is the same for all who have the same rights, so that a page
 * can be kept for all of them; what is a person's own stands as a mark, in place of which {@link
 * Pages} puts it on the way out.
 *
 * @param key tells those apart who are shown different pages
 * @param mayWrite whether it may change what the page is about: a script, or scripts at all
 * @param mayAdd whether it may add scripts
 * @param mayManage whether it may say who works on the script that the page is about
 */
public record PersonView(
    String key,
    boolean isSignedIn,
    boolean isAlone,
    boolean mayRead,
    boolean mayWrite,
    boolean mayAdd,
    boolean mayManage,
    boolean mayAdminister) {
  /** Stands for the menu of a person. Nobody can guess it, and so have it stand in a text. */
  static final String MENU_MARK = "<!--menu " + Secret.random().text() + "-->";

  /** Stands for the token of forms. */
  static final String TOKEN_MARK = "token-" + Secret.random().text();

  /** Stands for the number of the account. */
  static final String ACCOUNT_MARK = "account-" + Secret.random().text();

  /** Of parts of pages, which are the same for everybody. */
  static final PersonView NONE =
      new PersonView("", false, false, false, false, false, false, false);

  /** What templates know of this one. */
  static PersonView of(Requester who, Thing thing) {
    // Tokens open no pages; what is shown where one is refused is as for nobody.
    Requester requester = who instanceof ByToken ? new Nobody(false) : who;
    return new PersonView(
        key(requester, thing),
        requester instanceof SignedIn,
        requester instanceof LoneComputer,
        Access.may(requester, Right.READ),
        Access.may(requester, Right.WRITE, thing),
        Access.may(requester, Right.WRITE),
        Access.may(requester, Right.MANAGE, thing),
        Access.may(requester, Right.ADMINISTER));
  }

  /** A page of a script shows nothing of others; one of several shows what may be read of them. */
  private static String key(Requester requester, Thing thing) {
    if (requester instanceof SignedIn signedIn) {
      String role = signedIn.account().role().word();
      if (Access.may(requester, Right.ADMINISTER)) {
        return role;
      }
      return thing instanceof Thing.GuardedScript
          ? role + " " + Access.rightsOn(requester, thing)
          : role + " " + signedIn.grants().key();
    }
    return requester instanceof LoneComputer ? "alone" : "nobody";
  }

  /** Where the number of the account is put, which tells a page of somebody who has left since. */
  public String account() {
    return ACCOUNT_MARK;
  }

  /** Where the menu of the person is put. */
  public String menu() {
    return MENU_MARK;
  }
}
