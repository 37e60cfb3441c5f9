package prismq.t.script.versioning.web;

import io.javalin.http.Context;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Decides whether a client's cached answer is current (RFC 9110, section 13.1.2). */
public final class EntityTags {
  private EntityTags() {}

  /**
   * Whether the request names this tag, by the weak comparison.
   *
   * @param etag as in the header, in quotes
   */
  public static boolean isKnown(Context context, String etag) {
    @Nullable String header = context.header("If-None-Match");
    return header != null
        && Arrays.stream(header.split(",", -1))
            .map(EntityTags::strong)
            .anyMatch(tag -> tag.equals(strong(etag)) || tag.equals("*"));
  }

  private static String strong(String tag) {
    return tag.strip().replaceFirst("^W/", "");
  }
}
