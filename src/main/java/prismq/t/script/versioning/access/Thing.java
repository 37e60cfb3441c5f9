package prismq.t.script.versioning.access;

import io.javalin.http.Context;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What somebody may have a right on. */
public sealed interface Thing {
  /** The server as a whole: its scripts together, and new ones. */
  record Server() implements Thing {}

  /** What somebody can be named for with a right of their own. */
  sealed interface Guarded extends Thing {}

  /** A script, by its id. */
  record GuardedScript(String scriptId) implements Guarded {}

  /** A project, by its number. */
  record GuardedProject(long projectId) implements Guarded {}

  /**
   * An upload that is imported.
   *
   * @param starter the number of the account that uploaded it; null where nobody has an account
   */
  record UploadedFile(@Nullable Long starter) implements Thing {}

  /** What a share link shows, by the id of the link. */
  record Shared(String shareLinkId) implements Thing {}

  /** Remembers on the request what it is about. */
  static void remember(Context context, Thing thing) {
    context.attribute(Thing.class.getName(), thing);
  }

  /** What this request is about. */
  static Thing of(Context context) {
    Thing known = context.attribute(Thing.class.getName());
    return Objects.requireNonNullElse(known, new Server());
  }
}
