package prismq.t.script.versioning.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import prismq.t.script.versioning.language.Messages;

/** What can be done that the log tells of. */
public enum AuditAct {
  /** A script was created. */
  SCRIPT_CREATED,
  /** A version was saved. */
  VERSION_SAVED,
  /** An older version was restored as a new one. */
  VERSION_RESTORED,
  /** A branch was merged. */
  BRANCH_MERGED,
  /** The change of a version was copied to another branch. */
  CHANGE_COPIED,
  /** A branch was started. */
  BRANCH_STARTED,
  /** A branch got another name or description, or was archived or restored. */
  BRANCH_CHANGED,
  /** A version got a label, which another may have had before. */
  LABEL_ADDED,
  /** A label was removed. */
  LABEL_REMOVED,
  /** An import began; what it saved follows in entries of their own. */
  IMPORT_STARTED,
  /** An import saved versions of a script. */
  VERSIONS_IMPORTED,
  /** Histories were exported. */
  EXPORTED,
  /** The database was copied. */
  BACKED_UP,
  /** A browser was signed in. */
  SIGNED_IN,
  /** A password was wrong, or nobody has that e-mail address. */
  SIGN_IN_FAILED,
  /** A browser was signed out. */
  SIGNED_OUT,
  /** An account was made. */
  ACCOUNT_MADE,
  /** An account got another name or e-mail address. */
  ACCOUNT_CHANGED,
  /** An account got another role. */
  ROLE_CHANGED,
  /** An account can no longer sign in. */
  ACCOUNT_DISABLED,
  /** It can again. */
  ACCOUNT_ENABLED,
  /** Somebody changed their password. */
  PASSWORD_CHANGED,
  /** A link to set a new password was made. */
  PASSWORD_LINK_MADE,
  /** Such a link was used. */
  PASSWORD_RESET,
  /** An invitation was made. */
  INVITATION_MADE,
  /** An invitation was withdrawn. */
  INVITATION_WITHDRAWN,
  /** Somebody made an account by an invitation. */
  INVITATION_ACCEPTED,
  /** An account can be used by single sign-on from now on. */
  SIGN_ON_CONNECTED,
  /** It no longer can. */
  SIGN_ON_DISCONNECTED,
  /** An API token was made. */
  TOKEN_MADE,
  /** It was revoked. */
  TOKEN_REVOKED,
  /** It was changed who may do what with a script. */
  RIGHTS_CHANGED,
  /** A script was put into another project, or into none. */
  SCRIPT_MOVED,
  /** A script was put away. */
  SCRIPT_ARCHIVED,
  /** A script was taken out of the archive. */
  SCRIPT_UNARCHIVED,
  /** A project was made. */
  PROJECT_MADE,
  /** A project got another name. */
  PROJECT_RENAMED,
  /** A project was deleted. */
  PROJECT_REMOVED,
  /** It was changed who may do what with the scripts of a project. */
  PROJECT_RIGHTS_CHANGED,
  /** A group was made. */
  GROUP_MADE,
  /** A group got another name or other members. */
  GROUP_CHANGED,
  /** A group was deleted. */
  GROUP_REMOVED,
  /** People were asked for a review of a version. */
  REVIEW_ASKED,
  /** One of them said what they think of it. */
  VERDICT_GIVEN,
  /** A review was closed. */
  REVIEW_CLOSED,
  /** The turn in a review was passed on by hand. */
  TURN_PASSED,
  /** It was said of an account that only programs use it. */
  MADE_TECHNICAL,
  /** That was taken back. */
  MADE_PERSONAL,
  /** It was changed how reviews of a script are decided. */
  REVIEW_RULE_CHANGED,
  /** It was changed how long a script is to last, or what it is scored by. */
  LENGTHS_CHANGED,
  /** It was changed who may move a label of a script, and when. */
  LABEL_RULE_CHANGED,
  /** A label was moved against its rule. */
  LABEL_OVERRIDDEN,
  /** Somebody took responsibility for the words of a labelled version. */
  RESPONSIBILITY_TAKEN,
  /** Names of authors were said to be one person's. */
  NAMES_TIED,
  /** That was taken back of a name. */
  NAMES_UNTIED,
  /** A share link was made. */
  SHARE_LINK_MADE,
  /** Its time, or something else of it, was changed. */
  SHARE_LINK_CHANGED,
  /** It was revoked. */
  SHARE_LINK_REVOKED,
  /** It was opened in a browser for the first time. */
  SHARE_LINK_OPENED,
  /** Its password was wrong. */
  SHARE_PASSWORD_FAILED,
  /** Somebody commented on a version. */
  COMMENTED,
  /** Somebody changed a comment of theirs. */
  COMMENT_CHANGED,
  /** Somebody deleted a comment of theirs. */
  COMMENT_DELETED,
  /** It was said whose account a guest of a share link has. */
  GUEST_TIED,
  /** A thread of comments was resolved. */
  THREAD_RESOLVED,
  /** A thread of comments was reopened. */
  THREAD_REOPENED,
  /** Somebody suggested other words for some of a version. */
  SUGGESTED,
  /** Suggestions were accepted, in the version that says so. */
  SUGGESTIONS_ACCEPTED,
  /** A suggestion was rejected. */
  SUGGESTION_REJECTED,
  /** An address is told what somebody is told. */
  WEBHOOK_ADDED,
  /** The secret that it checks messages by was replaced. */
  WEBHOOK_SECRET_RENEWED,
  /** It is told nothing more. */
  WEBHOOK_REMOVED,
  /** A request was refused. */
  REFUSED;

  /** Its name in the log, in addresses and in tables. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it is called on pages, in the reader's language, after the name of who did it. */
  public String title() {
    return Messages.text("audit.act." + key());
  }

  /** The act of this name; empty if there is none, such as one of a newer release. */
  public static Optional<AuditAct> named(String key) {
    return Arrays.stream(values()).filter(act -> act.key().equals(key)).findFirst();
  }
}
