package prismq.t.script.versioning.api;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Access;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Requester.ByToken;
import prismq.t.script.versioning.access.Requester.SignedIn;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.token.Token;
import prismq.t.script.versioning.token.TokenRight;
import prismq.t.script.versioning.token.Tokens;
import prismq.t.script.versioning.web.Json;

/** The API's call that tells a program who it is. */
public final class MeApi {
  private final Tokens tokens;

  /** Tells of these tokens. */
  public MeApi(Tokens tokens) {
    this.tokens = tokens;
  }

  /**
   * Who a request is from; null, all but the rights, where nobody has an account.
   *
   * @param token by which it was let in; null for a session
   */
  record Me(
      @Nullable String name,
      @Nullable String email,
      @Nullable String role,
      List<String> rights,
      @Nullable MyToken token) {}

  /**
   * The token of a request.
   *
   * @param limited whether it is for some scripts and projects only
   * @param scripts the ids of those it is for
   * @param projects the names of those it is for, as far as its owner may know of them
   * @param expiresAt null for never
   */
  record MyToken(
      String name,
      String right,
      boolean limited,
      List<String> scripts,
      List<String> projects,
      String createdAt,
      @Nullable String expiresAt) {}

  /** Answers with who the request is from, and what they may do. */
  public void show(Context context) {
    Requester requester = Requester.of(context);
    @Nullable Account account = account(requester);
    Json.answer(
        context,
        200,
        new Me(
            account == null ? null : account.name(),
            account == null ? null : account.email(),
            account == null ? null : account.role().word(),
            rights(requester),
            requester instanceof ByToken program ? token(program) : null));
  }

  private static @Nullable Account account(Requester requester) {
    if (requester instanceof ByToken program) {
      return program.owner();
    }
    return requester instanceof SignedIn signedIn ? signedIn.account() : null;
  }

  private static List<String> rights(Requester requester) {
    List<String> rights = new ArrayList<>();
    add(rights, "read", Access.may(requester, Right.READ));
    add(rights, "comment", Access.may(requester, Right.COMMENT));
    add(rights, "write", Access.may(requester, Right.WRITE));
    add(rights, TokenRight.WRITE_AS.word(), Access.mayNameAuthors(requester));
    add(rights, TokenRight.ADMIN.word(), Access.may(requester, Right.ADMINISTER));
    return rights;
  }

  private static void add(List<String> rights, String word, boolean isHeld) {
    if (isHeld) {
      rights.add(word);
    }
  }

  private MyToken token(ByToken program) {
    Token token = program.token();
    @Nullable Instant expiresAt = token.expiresAt();
    return new MyToken(
        token.name(),
        token.right().word(),
        token.isLimited(),
        tokens.scriptIds(token),
        tokens.projects(token, Access.readableProjects(program)),
        ApiTime.format(token.createdAt()),
        expiresAt == null ? null : ApiTime.format(expiresAt));
  }
}
