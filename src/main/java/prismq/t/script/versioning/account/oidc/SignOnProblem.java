package prismq.t.script.versioning.account.oidc;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ErrorResponse;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;

/** Why somebody was not signed in at a provider, in words for them. */
final class SignOnProblem {
  private SignOnProblem() {}

  /** It did not answer, or has too much to do. */
  static Problem unreachable(String name) {
    return problem(ProblemKind.SIGN_ON_FAILED, "sign_on.unreachable", name);
  }

  /** It answered what nobody can read. */
  static Problem nonsense(String name) {
    return problem(ProblemKind.SIGN_ON_FAILED, "sign_on.nonsense", name);
  }

  /** What it said is not signed by it, not for us, too old, or about somebody else. */
  static Problem untrue(String name) {
    return problem(ProblemKind.SIGN_ON_FAILED, "sign_on.untrue", name);
  }

  /** What a browser brought was not asked for by it, or was brought before, or too late. */
  static Problem unasked() {
    return problem(ProblemKind.BAD_REQUEST, "sign_on.unasked", "");
  }

  /** The provider gives no role here. */
  static Problem noRole(String name) {
    return problem(ProblemKind.FORBIDDEN, "sign_on.no_role", name);
  }

  /** The person cancelled, or the provider refused. */
  static Problem refused(String name, ErrorResponse response) {
    @Nullable ErrorObject error = response.getErrorObject();
    if (OAuth2Error.ACCESS_DENIED.equals(error)) {
      return problem(ProblemKind.FORBIDDEN, "sign_on.cancelled", name);
    }
    @Nullable String code = error == null ? null : error.getCode();
    String told = code != null && code.matches("[a-z_]{1,60}") ? code : "";
    return new Problem(
        ProblemKind.SIGN_ON_FAILED,
        told.isEmpty()
            ? FilledMessage.of("sign_on.refused", name)
            : FilledMessage.of("sign_on.refused_by_code", name, told),
        FilledMessage.of("sign_on.refused_next"));
  }

  private static Problem problem(ProblemKind kind, String key, String name) {
    return new Problem(kind, FilledMessage.of(key, name), FilledMessage.of(key + "_next", name));
  }
}
