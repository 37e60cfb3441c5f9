package prismq.t.script.versioning.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.security.RouteRole;
import java.util.List;
import java.util.Set;
import prismq.t.script.versioning.access.Access;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Requester.BeforeSetUp;
import prismq.t.script.versioning.access.Requester.ByToken;
import prismq.t.script.versioning.access.Requester.LoneComputer;
import prismq.t.script.versioning.access.Requester.Nobody;
import prismq.t.script.versioning.access.Requester.SignedIn;
import prismq.t.script.versioning.access.Requester.WrongToken;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.access.RouteThing;
import prismq.t.script.versioning.access.ScriptRights;
import prismq.t.script.versioning.access.Thing;
import prismq.t.script.versioning.history.ScriptLists;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;
import prismq.t.script.versioning.share.ShareLinkProblems;

/**
 * Where every request passes before its route is run: it must call the server by one of its names,
 * come from no other site, and be from somebody who has the right that the route needs.
 */
public final class Gate {
  private static final String API = "/api/";

  /** All that is answered before somebody has set the server up. */
  private static final Set<String> READING = Set.of("GET", "HEAD");

  private static final List<String> OPEN_BEFORE_SET_UP =
      List.of(Assets.PREFIX, Urls.SET_UP + "/", Urls.HEALTH);

  private final ServerNames names;
  private final ScriptRights rights;
  private final ScriptLists scripts;

  /**
   * Lets requests pass that call the server by one of these names.
   *
   * @param rights tells which scripts there are
   * @param scripts tells those who ask for another one
   */
  public Gate(ServerNames names, ScriptRights rights, ScriptLists scripts) {
    this.names = names;
    this.rights = rights;
    this.scripts = scripts;
  }

  /** Whether a request is one that programs send, who are answered in JSON. */
  public static boolean isOfPrograms(Context context) {
    return context.path().startsWith(API);
  }

  /**
   * Lets the request pass, or leads whoever is not signed in to where that is done.
   *
   * @throws Problem if it may not do what its route needs
   */
  public void check(Context context) {
    if (!names.include(context.host())) {
      throw new Problem(ProblemKind.FORBIDDEN, names.refusal());
    }
    BearerToken.checkPlace(context);
    Requester requester = Requester.of(context);
    if (requester instanceof BeforeSetUp) {
      checkOpenBeforeSetUp(context);
    }
    CrossSite.check(context, requester);
    Requester counted = counts(context, requester) ? requester : new Nobody(false);
    Right right = role(context, Right.class);
    RouteThing kind = role(context, RouteThing.class);
    if (kind == RouteThing.SHARED) {
      checkShared(context, requester, right);
    } else if (kind != RouteThing.SCRIPT && kind != RouteThing.PROJECT) {
      if (!Access.may(counted, right)) {
        refuse(context, requester);
      }
    } else if (!Access.may(counted, Right.READ)) {
      refuse(context, requester);
    } else {
      Thing thing =
          kind == RouteThing.SCRIPT ? script(context, counted) : project(context, counted);
      Thing.remember(context, thing);
      if (!Access.may(counted, right, thing)) {
        refuse(context, requester);
      }
    }
  }

  /** What a guest may not have is as if there were no such link, and so is what nobody may. */
  private static void checkShared(Context context, Requester requester, Right right) {
    String shareLinkId = context.pathParam(String.valueOf(RouteThing.SHARED.parameter()));
    Thing shared = new Thing.Shared(shareLinkId);
    Thing.remember(context, shared);
    if (!Access.may(requester, right, shared)) {
      keepTyped(context);
      throw ShareLinkProblems.dead();
    }
  }

  /**
   * The script that the address names.
   *
   * @throws Problem if there is none; the same, and after as long, if the requester may not know
   */
  private Thing script(Context context, Requester requester) {
    String scriptId = context.pathParam(String.valueOf(RouteThing.SCRIPT.parameter()));
    Thing script = new Thing.GuardedScript(scriptId);
    boolean mayRead = Access.may(requester, Right.READ, script);
    boolean isThere = mayRead ? rights.exists(scriptId) : rights.isThere(scriptId);
    if (!mayRead || !isThere) {
      keepTypedOnPages(context);
      throw scripts.missing(scriptId, Access.readable(requester));
    }
    return script;
  }

  /** The same of a project. */
  private Thing project(Context context, Requester requester) {
    String number = context.pathParam(String.valueOf(RouteThing.PROJECT.parameter()));
    long id = number.matches("\\d{1,9}") ? Long.parseLong(number) : 0;
    Thing project = new Thing.GuardedProject(id);
    boolean isThere = rights.isProjectThere(id);
    if (!isThere || !Access.may(requester, Right.READ, project)) {
      keepTypedOnPages(context);
      throw new Problem(ProblemKind.NOT_FOUND, FilledMessage.of("project.not_found"));
    }
    return project;
  }

  private static void keepTypedOnPages(Context context) {
    if (!isOfPrograms(context)) {
      keepTyped(context);
    }
  }

  private static void checkOpenBeforeSetUp(Context context) {
    if (OPEN_BEFORE_SET_UP.stream().noneMatch(context.path()::startsWith)) {
      throw new Problem(
          ProblemKind.NOT_SET_UP,
          FilledMessage.of("gate.not_set_up"),
          FilledMessage.of("gate.not_set_up_next"));
    }
  }

  /** Whether who a request is from counts for what it asks. */
  private static boolean counts(Context context, Requester requester) {
    if (requester instanceof SignedIn) {
      // A session is sent by the browser whoever asks it to, so no program can save by one.
      return !isOfPrograms(context) || !saves(context);
    }
    return !(requester instanceof ByToken) || isOfPrograms(context);
  }

  private static <T extends RouteRole> T role(Context context, Class<T> kind) {
    return context.routeRoles().stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst()
        .orElseThrow();
  }

  private static boolean saves(Context context) {
    return !READING.contains(context.method().name());
  }

  private static void refuse(Context context, Requester requester) {
    if (isOfPrograms(context)) {
      throw refusalOfProgram(context, requester);
    }
    if (requester instanceof Nobody nobody) {
      leadToSignIn(context, nobody.hadSession());
    } else if (requester instanceof WrongToken) {
      leadToSignIn(context, false);
    } else {
      keepTyped(context);
      throw refusalOfBrowser(context, requester);
    }
  }

  private static Problem refusalOfProgram(Context context, Requester requester) {
    if (requester instanceof ByToken program) {
      BearerToken.ask(context, "insufficient_scope");
      return new Problem(
          ProblemKind.FORBIDDEN,
          FilledMessage.of(
              "gate.token_right", program.token().right().word(), program.owner().role().word()),
          FilledMessage.of("gate.token_right_next"));
    }
    if (requester instanceof WrongToken wrong) {
      BearerToken.ask(context, "invalid_token");
      return new Problem(
          ProblemKind.SIGNED_OUT,
          wrong.fault().sentence(),
          FilledMessage.of("gate.wrong_token_next"));
    }
    if (requester instanceof SignedIn && !saves(context)) {
      return notAllowed(context);
    }
    return new Problem(
        ProblemKind.SIGNED_OUT,
        FilledMessage.of(saves(context) ? "gate.program_saves" : "gate.program_reads"),
        FilledMessage.of("gate.send_token"));
  }

  private static Problem refusalOfBrowser(Context context, Requester requester) {
    if (requester instanceof ByToken) {
      return new Problem(
          ProblemKind.FORBIDDEN,
          FilledMessage.of("gate.token_page"),
          FilledMessage.of("gate.token_page_next"));
    }
    return requester instanceof LoneComputer ? noAccounts() : notAllowed(context);
  }

  private static Problem notAllowed(Context context) {
    if (Thing.of(context) instanceof Thing.GuardedProject) {
      return new Problem(
          ProblemKind.FORBIDDEN,
          FilledMessage.of("gate.not_project_manager"),
          FilledMessage.of("gate.ask_manager"));
    }
    if (Thing.of(context) instanceof Thing.GuardedScript) {
      boolean isToManage = role(context, Right.class) == Right.MANAGE;
      return new Problem(
          ProblemKind.FORBIDDEN,
          FilledMessage.of(isToManage ? "gate.not_manager" : "gate.only_reads"),
          FilledMessage.of("gate.ask_manager"));
    }
    return new Problem(
        ProblemKind.FORBIDDEN,
        FilledMessage.of("gate.not_allowed"),
        FilledMessage.of("gate.not_allowed_next"));
  }

  private static Problem noAccounts() {
    return new Problem(
        ProblemKind.FORBIDDEN,
        FilledMessage.of("gate.no_accounts"),
        FilledMessage.of("gate.no_accounts_next"));
  }

  private static void leadToSignIn(Context context, boolean hadSession) {
    String signIn = Urls.signIn(LocalPath.of(context));
    keepTyped(context);
    // What was typed would be lost on the way; who signed out in another tab names no session.
    if (saves(context) && (hadSession || !SentForm.typed(context).isEmpty())) {
      throw new SignedOutException(hadSession, signIn);
    }
    if ("true".equals(context.header("HX-Request"))) {
      // A part of a page is asked for; the whole page has to go.
      context.status(HttpStatus.UNAUTHORIZED).header("HX-Redirect", signIn);
    } else {
      context.redirect(signIn, HttpStatus.SEE_OTHER);
    }
    context.header("Cache-Control", "no-store").skipRemainingHandlers();
  }

  /** Reads the form, so that the page that refuses it shows what was typed. */
  private static void keepTyped(Context context) {
    if (saves(context)) {
      SentForm.text(context, FormToken.FIELD);
    }
  }
}
