package prismq.t.script.versioning.problem;

import java.util.Locale;
import prismq.t.script.versioning.language.Messages;

/** A kind of problem, with the HTTP status and the title that a person reads. */
public enum ProblemKind {
  NOT_FOUND(404),
  METHOD_NOT_ALLOWED(405),
  BAD_REQUEST(400),
  TOO_SLOW(408),
  NOT_JSON(415),
  SIGNED_OUT(401),
  FORBIDDEN(403),
  OTHER_ACCOUNT(412),
  LAST_ADMIN(409),
  LOCKS_OUT(409),
  DEAD_LINK(410),
  DEAD_SHARE_LINK(404),
  REVOKED_SHARE_LINK(409),
  TOO_MANY_ATTEMPTS(429),
  TOO_MANY_REQUESTS(429),
  SIGN_ON_FAILED(502),
  NOT_SET_UP(503),
  INVALID_INPUT(422),
  NOT_TEXT(422),
  TOO_LARGE(413),
  NAME_TAKEN(409),
  STALE_BASE(409),
  ARCHIVED_BRANCH(409),
  NOTHING_TO_MERGE(409),
  REVIEW_LAPSED(409),
  REVIEW_CLOSED(409),
  SUGGESTION_DECIDED(409),
  LABEL_PROTECTED(409),
  KEY_REUSED(422),
  DAMAGED_VERSION(500),
  DAMAGED_INDEX(500),
  DATABASE_BUSY(503),
  UNUSABLE_DATABASE(500),
  PDF_BUSY(503),
  REPORT_TOO_LONG(422),
  IMPORTS_BUSY(503),
  DISK_FULL(507),
  DISK_FAILED(503),
  READ_ONLY(503),
  BROKEN_SOURCE(422),
  NOT_WRITTEN(500),
  COMMAND_FAILED(500),
  OUT_OF_MEMORY(503),
  UNEXPECTED(500);

  private final int status;

  ProblemKind(int status) {
    this.status = status;
  }

  /** The status of the HTTP answer. */
  public int status() {
    return status;
  }

  /** What happened, in a few words. */
  public String title() {
    return Messages.text("problem.title." + name().toLowerCase(Locale.ROOT));
  }
}
