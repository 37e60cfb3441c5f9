package prismq.t.script.versioning.problem;

/** A kind of problem, with the HTTP status and the title that a person reads. */
public enum ProblemKind {
  NOT_FOUND(404, "Not found"),
  METHOD_NOT_ALLOWED(405, "Not possible here"),
  BAD_REQUEST(400, "That cannot be understood"),
  TOO_SLOW(408, "That cannot be understood"),
  NOT_JSON(415, "That is not JSON"),
  FORBIDDEN(403, "Not allowed"),
  INVALID_INPUT(422, "That cannot be kept"),
  NOT_TEXT(422, "That is not a text"),
  TOO_LARGE(413, "That is too large"),
  NAME_TAKEN(409, "That name is taken"),
  STALE_BASE(409, "Somebody saved meanwhile"),
  ARCHIVED_BRANCH(409, "That branch is archived"),
  NOTHING_TO_MERGE(409, "Nothing to do"),
  KEY_REUSED(422, "That key was used before"),
  DAMAGED_VERSION(500, "This version is damaged"),
  DAMAGED_INDEX(500, "The search index is damaged"),
  DATABASE_BUSY(503, "The database is busy"),
  UNUSABLE_DATABASE(500, "The database cannot be used"),
  PDF_BUSY(503, "Another PDF is being made"),
  REPORT_TOO_LONG(422, "That is too long for a PDF"),
  IMPORTS_BUSY(503, "Other files are being imported"),
  DISK_FULL(507, "The disk is full"),
  DISK_FAILED(503, "The disk failed"),
  READ_ONLY(503, "Nothing can be saved now"),
  BROKEN_SOURCE(422, "That cannot be imported"),
  NOT_WRITTEN(500, "That cannot be written"),
  COMMAND_FAILED(500, "That cannot be done"),
  OUT_OF_MEMORY(503, "The server is out of memory"),
  UNEXPECTED(500, "Something went wrong here");

  private final int status;
  private final String title;

  ProblemKind(int status, String title) {
    this.status = status;
    this.title = title;
  }

  /** The status of the HTTP answer. */
  public int status() {
    return status;
  }

  /** What happened, in a few words. */
  public String title() {
    return title;
  }
}
