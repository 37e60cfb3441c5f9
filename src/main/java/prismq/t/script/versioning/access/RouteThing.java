package prismq.t.script.versioning.access;

import io.javalin.security.RouteRole;
import org.jspecify.annotations.Nullable;

/** What a route is about, and by which part of its address that is found; every route names one. */
public enum RouteThing implements RouteRole {
  /** The server as a whole. */
  SERVER(null),
  /** A script, by its id; who may not know of it is told that there is none. */
  SCRIPT("script_id"),
  /** A project, by its number; who may not know of it is told that there is none. */
  PROJECT("project_id"),
  /** An upload that is imported, by its id; it is there for who started it, and for admins. */
  IMPORT("import_id"),
  /** Somebody's account, by its number; for admins. */
  ACCOUNT("account_id"),
  /** A draft, by its number; it is there for who wrote it alone. */
  DRAFT("draft_id"),
  /** A link, by its secret; for whoever has it. */
  LINK("link"),
  /** What a share link shows, by the id of the link; for those in whose browser it was opened. */
  SHARED("shared");

  private final @Nullable String parameter;

  RouteThing(@Nullable String parameter) {
    this.parameter = parameter;
  }

  /** The part of the address; null where there is none. */
  public @Nullable String parameter() {
    return parameter;
  }
}
