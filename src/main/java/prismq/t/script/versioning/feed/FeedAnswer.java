package prismq.t.script.versioning.feed;

import io.javalin.http.Context;
import prismq.t.script.versioning.core.text.ContentHash;
import prismq.t.script.versioning.web.Client;
import prismq.t.script.versioning.web.EntityTags;

/** Answers with a feed, or that it is as it was when it was asked for last. */
final class FeedAnswer {
  private FeedAnswer() {}

  static void send(Context context, byte[] feed) {
    String etag = "\"" + ContentHash.of(feed).hex() + "\"";
    context.header("ETag", etag);
    context.header("Vary", "Accept-Encoding, Accept-Language");
    if (EntityTags.isKnown(context, etag)) {
      context.status(304);
      return;
    }
    context.contentType("application/atom+xml; charset=utf-8").result(feed);
  }

  /** The server as the client calls it, with the scheme that a proxy before it speaks. */
  static String server(Context context) {
    return Client.of(context).scheme() + "://" + context.host();
  }
}
