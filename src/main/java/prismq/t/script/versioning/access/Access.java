package prismq.t.script.versioning.access;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Requester.ByToken;
import prismq.t.script.versioning.access.Requester.Guest;
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
                && (!program.token().isLimited() || OF_READING_TOKENS.contains(right))));
  }

  /** Whether this person may save what others wrote, under their names. */
  public static boolean mayNameAuthors(Requester person) {
    return person instanceof LoneComputer
        || (person instanceof ByToken program
            && program.token().right().includes(TokenRight.WRITE_AS)
            && rights(program).contains(Right.WRITE));
  }

  /**
   * Whether this person has a right on something. On a script it is the best right that the person
   * is named with there, by an account or a group, if there is one; else the best on its project;
   * none where what is restricted names nobody of them; else that of the role. What a share link
   * shows is for its guests alone, who have no right on anything else.
   */
  public static boolean may(Requester person, Right right, Thing thing) {
    if (thing instanceof Thing.Guarded guarded) {
      return mayOnGuarded(person, right, guarded);
    }
    if (thing instanceof Thing.Shared shared) {
      return person instanceof Guest guest
          && guest.shareLinkId().equals(shared.shareLinkId())
          && guest.right().includes(right);
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

  private static boolean mayOnGuarded(Requester person, Right right, Thing.Guarded thing) {
    if (person instanceof SignedIn signedIn && Right.ON_SCRIPTS.contains(right)) {
      return mayOnGuarded(signedIn.account(), signedIn.grants(), right, thing);
    }
    if (person instanceof ByToken program && Right.ON_SCRIPTS.contains(right)) {
      return mayOnGuarded(program.owner(), program.grants(), right, thing)
          && (rights(program.token().right()).contains(right)
              || isNamedManager(program, right, thing));
    }
    return may(person, right);
  }

  /** A token that writes manages what its owner is named to manage, such as what it made itself. */
  private static boolean isNamedManager(ByToken program, Right right, Thing.Guarded thing) {
    return right == Right.MANAGE
        && rights(program.token().right()).contains(Right.WRITE)
        && program.grants().named(thing) == Right.MANAGE;
  }

  private static boolean mayOnGuarded(
      Account account, ScriptGrants grants, Right right, Thing.Guarded thing) {
    @Nullable Right named = grants.on(thing, account.role() == Role.ADMIN);
    return named == null ? rights(account.role()).contains(right) : named.includes(right);
  }

  /** The most that an account may do with a script or a project, which may be nothing. */
  public static Right most(Account account, ScriptGrants grants, Thing.Guarded thing) {
    return Right.ON_SCRIPTS.stream()
        .filter(right -> mayOnGuarded(account, grants, right, thing))
        .reduce(Right.NONE, (less, more) -> more);
  }

  /** The scripts that this person may know of, for whatever tells of several. */
  public static ReadableScripts readable(Requester person) {
    if (!may(person, Right.READ)) {
      return ReadableScripts.only(Set.of());
    }
    if (person instanceof SignedIn signedIn) {
      return readable(signedIn.account(), signedIn.grants());
    }
    return person instanceof ByToken program
        ? program.grants().readable(program.owner().role() == Role.ADMIN)
        : ReadableScripts.ALL;
  }

  /** The same of whoever has an account, and did not sign in for what is asked. */
  public static ReadableScripts readable(Account account, ScriptGrants grants) {
    return grants.readable(account.role() == Role.ADMIN);
  }

  /** Tells by its number whether this person may know of a project. */
  public static LongPredicate readableProjects(Requester person) {
    return project -> may(person, Right.READ, new Thing.GuardedProject(project));
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
