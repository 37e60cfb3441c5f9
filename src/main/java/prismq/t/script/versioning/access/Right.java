package prismq.t.script.versioning.access;

import io.javalin.security.RouteRole;

/** What a request must be allowed to do; every route names one. */
public enum Right implements RouteRole {
  /** Nothing: style sheets, scripts, the health check, and the pages by which somebody gets in. */
  NONE,
  /** See scripts and their history. */
  READ,
  /** Comment on scripts. */
  COMMENT,
  /** Save scripts and versions. */
  WRITE,
  /** Look after one's own account. */
  OWN_ACCOUNT,
  /** Change who may do what, and look after the server. */
  ADMINISTER
}
