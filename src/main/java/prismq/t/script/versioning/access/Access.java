package prismq.t.script.versioning.access;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Requester.ByToken;
import prismq.t.script.versioning.access.Requester.LoneComputer;
import prismq.t.script.versioning.access.Requester.SignedIn;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Role;
import prismq.t.script.versioning.history.ReadableScripts;
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
  private static final Set<Right> OF_EDITORS =
      EnumSet.complementOf(EnumSet.of(Right.MANAGE, Right.ADMINISTER));
  private static final Set<Right> OF_ADMINS = EnumSet.allOf(Right.class);

  private static final Set<Right> OF_READING_TOKENS = EnumSet.of(Right.NONE, Right.READ);
  private static final Set<Right> OF_WRITING_TOKENS =
      EnumSet.of(Right.NONE, Right.READ, Right.COMMENT, Right.WRITE);
  private static final Set<Right> OF_ADMIN_TOKENS =
      EnumSet.complementOf(EnumSet.of(Right.OWN_ACCOUNT));

  private Access() {}

  /**
   * Whether this person has a right on the server, and so on scripts that say nothing else. A token
   * never has one that its owner lacks; one for some scripts only reads what is of none.
   */
  public static boolean may(Requester person, Right right) {
    return rights(person).contains(right)
        && (!(person instanceof ByToken program)
            || (rights(program.token().right()).contains(right)
                && (program.token().scripts().isEmpty() || OF_READING_TOKENS.contains(right))));
  }

  /** Whether this person may save what others wrote, under their names. */
  public static boolean mayNameAuthors(Requester person) {
    return person instanceof LoneComputer
        || (person instanceof ByToken program
            && program.token().right().includes(TokenRight.WRITE_AS)
            && rights(program).contains(Right.WRITE));
  }

  /**
   * Whether this person has a right on something. On a script it is the right that the person is
   * named with, if there is one; else none where the script is restricted; else that of the role.
   */
  public static boolean may(Requester person, Right right, Thing thing) {
    if (thing instanceof Thing.GuardedScript script) {
      return mayOnScript(person, right, script.scriptId());
    }
    return may(person, right)
        && (!(thing instanceof Thing.UploadedFile file) || mayOpen(person, file));
  }

  private static boolean mayOpen(Requester person, Thing.UploadedFile file) {
    return may(person, Right.ADMINISTER)
        || (person instanceof SignedIn signedIn
            && Long.valueOf(signedIn.account().id()).equals(file.starter()));
  }

  /** The rights that this person has on a script, in order. */
  public static List<Right> rightsOn(Requester person, Thing script) {
    return Right.ON_SCRIPTS.stream().filter(right -> may(person, right, script)).toList();
  }

  private static boolean mayOnScript(Requester person, Right right, String scriptId) {
    if (person instanceof SignedIn signedIn && Right.ON_SCRIPTS.contains(right)) {
      return mayOnScript(signedIn.account(), signedIn.grants(), right, scriptId);
    }
    if (person instanceof ByToken program && Right.ON_SCRIPTS.contains(right)) {
      return mayOnScript(program.owner(), program.grants(), right, scriptId)
          && (rights(program.token().right()).contains(right)
              || isNamedManager(program, right, scriptId));
    }
    return may(person, right);
  }

  /** A token that writes manages what its owner is named to manage, such as what it made itself. */
  private static boolean isNamedManager(ByToken program, Right right, String scriptId) {
    return right == Right.MANAGE
        && rights(program.token().right()).contains(Right.WRITE)
        && program.grants().named().get(scriptId) == Right.MANAGE;
  }

  private static boolean mayOnScript(
      Account account, ScriptGrants grants, Right right, String scriptId) {
    @Nullable Right named = grants.on(scriptId, account.role() == Role.ADMIN);
    return named == null ? rights(account.role()).contains(right) : named.includes(right);
  }

  /** The most that an account may do with a script, which may be nothing. */
  public static Right most(Account account, ScriptGrants grants, String scriptId) {
    return Right.ON_SCRIPTS.stream()
        .filter(right -> mayOnScript(account, grants, right, scriptId))
        .reduce(Right.NONE, (less, more) -> more);
  }

  /** The scripts that this person may know of, for whatever tells of several. */
  public static ReadableScripts readable(Requester person) {
    if (!may(person, Right.READ)) {
      return ReadableScripts.only(Set.of());
    }
    if (person instanceof SignedIn signedIn) {
      return signedIn.grants().readable(signedIn.account().role() == Role.ADMIN);
    }
    return person instanceof ByToken program
        ? program.grants().readable(program.owner().role() == Role.ADMIN)
        : ReadableScripts.ALL;
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
