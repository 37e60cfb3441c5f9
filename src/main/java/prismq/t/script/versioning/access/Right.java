package prismq.t.script.versioning.web;

import io.javalin.security.RouteRole;

/** What a request must be allowed to do; every route names one. */
public enum Right implements RouteRole {
  /** Nothing: style sheets, scripts, the health check. */
  NONE,
  /** See scripts and their history. */
  READ,
  /** Save scripts and versions. */
  WRITE,
  /** Change who may do what, and look after the server. */
  ADMINISTER
}
