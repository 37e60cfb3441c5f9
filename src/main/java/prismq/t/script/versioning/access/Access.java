package prismq.t.script.versioning.access;

import java.util.EnumSet;
import java.util.Set;
import prismq.t.script.versioning.access.Requester.LoneComputer;
import prismq.t.script.versioning.access.Requester.SignedIn;
import prismq.t.script.versioning.account.Role;

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

  private Access() {}

  /** Whether this person has a right on this server. */
  public static boolean may(Requester person, Right right) {
    return rights(person).contains(right);
  }

  private static Set<Right> rights(Requester person) {
    if (person instanceof SignedIn signedIn) {
      return rights(signedIn.account().role());
    }
    return person instanceof LoneComputer ? OF_A_LONE_COMPUTER : OF_EVERYBODY;
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
