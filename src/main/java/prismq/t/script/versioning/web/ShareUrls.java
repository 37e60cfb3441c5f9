package prismq.t.script.versioning.web;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.account.Secret;

/**
 * The full addresses of share links, for people elsewhere.
 *
 * @param baseUrl what they start with; null for what the request that asks was sent to
 */
public record ShareUrls(@Nullable String baseUrl) {
  /** The address at which the link of a token is opened. */
  public String of(Context context, Secret token) {
    String start = baseUrl == null ? Client.of(context).scheme() + "://" + context.host() : baseUrl;
    return start + Urls.SHARE_LINK + token.text();
  }
}
