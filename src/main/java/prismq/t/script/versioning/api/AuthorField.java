package prismq.t.script.versioning.api;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Access;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Requester.ByToken;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;

/**
 * Whose name a version is saved under: by a token, that of its owner, unless the token may name
 * others; where nobody has an account, the one that the request names.
 */
final class AuthorField {
  static final String NAME = "author";

  private AuthorField() {}

  /**
   * The author of what a request saves.
   *
   * @throws Problem if it names somebody that it may not name
   */
  static Author of(Context context, JsonBody body) {
    if (!(Requester.of(context) instanceof ByToken program)) {
      return Author.named(body.text(NAME));
    }
    String owner = program.owner().name();
    @Nullable String named = body.optionalText(NAME);
    if (named == null || named.strip().equals(owner)) {
      return Author.named(owner);
    }
    if (!Access.mayNameAuthors(program)) {
      throw new Problem(
          ProblemKind.FORBIDDEN,
          FilledMessage.of("token.other_author", owner),
          FilledMessage.of("token.other_author_next"));
    }
    return Author.named(named);
  }
}
