package prismq.t.script.versioning.access;

import java.util.EnumSet;
import java.util.Set;
import prismq.t.script.versioning.access.Requester.ByToken;
import prismq.t.script.versioning.access.Requester.LoneComputer;
import prismq.t.script.versioning.access.Requester.SignedIn;
import prismq.t.script.versioning.account.Role;
import prismq.t.script.versioning.token.TokenRight;

/** Decides who may do what; pages, JSON and everything else ask here. */
public final class Access {
  private static final Set<Right> OF_EVERYBODY = EnumSet.of(Right.NONE);
  private static final Set<Right> OF_A_LONE_COMPUTER =
      EnumSet.complementOf(EnumSet.of(Right.OWN_ACCOUNT));
  private static final Set<Right> OF_VIEWERS =
      EnumSet.of(Right.NONE, Right.READ, Right.OWN_ACCOUNT);
  private static final Set<Right> OF_COMMENTERS =
      EnumSet.of(Right.NONE, Right.READ, Right.OWN_ACCOUNT, Right.COMMENT);
  private static final Set<Right> OF_EDITORS = EnumSet.complementOf(EnumSet.of(Right.ADMINISTER));
  private static final Set<Right> OF_ADMINS = EnumSet.allOf(Right.class);

  private static final Set<Right> OF_READING_TOKENS = EnumSet.of(Right.NONE, Right.READ);
  private static final Set<Right> OF_WRITING_TOKENS =
      EnumSet.of(Right.NONE, Right.READ, Right.COMMENT, Right.WRITE);
  private static final Set<Right> OF_ADMIN_TOKENS =
      EnumSet.complementOf(EnumSet.of(Right.OWN_ACCOUNT));

  private Access() {}

  /** Whether this person has a right on this server; a token never has one that its owner lacks. */
  public static boolean may(Requester person, Right right) {
    return rights(person).contains(right)
        && (!(person instanceof ByToken program)
            || rights(program.token().right()).contains(right));
  }

  /** Whether this person may save what others wrote, under their names. */
  public static boolean mayNameAuthors(Requester person) {
    return person instanceof LoneComputer
        || (person instanceof ByToken program
            && program.token().right().includes(TokenRight.WRITE_AS)
            && may(program, Right.WRITE));
  }

  private static Set<Right> rights(Requester person) {
    if (person instanceof SignedIn signedIn) {
      return rights(signedIn.account().role());
    }
    if (person instanceof ByToken program) {
      return rights(program.owner().role());
    }
    return person instanceof LoneComputer ? OF_A_LONE_COMPUTER : OF_EVERYBODY;
  }

  private static Set<Right> rights(TokenRight right) {
    return switch (right) {
      case READ -> OF_READING_TOKENS;
      case WRITE, WRITE_AS -> OF_WRITING_TOKENS;
      case ADMIN -> OF_ADMIN_TOKENS;
    };
  }

  private static Set<Right> rights(Role role) {
    return switch (role) {
      case VIEWER -> OF_VIEWERS;
      case COMMENTER -> OF_COMMENTERS;
      case EDITOR -> OF_EDITORS;
      case ADMIN -> OF_ADMINS;
    };
  }
}
