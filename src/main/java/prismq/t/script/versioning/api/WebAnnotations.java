package prismq.t.script.versioning.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.comment.Comment;
import prismq.t.script.versioning.comment.CommentThread;
import prismq.t.script.versioning.comment.PlacedThread;
import prismq.t.script.versioning.core.anchor.Anchor;
import prismq.t.script.versioning.core.text.CodePointRange;
import prismq.t.script.versioning.web.Urls;

/**
 * Comments as the W3C's Web Annotation Data Model has them, in JSON-LD: each is an annotation of
 * the words it is about where they were commented on, and of where they stand now; replies are
 * annotations of the first comment. Positions are code points, as its TextPositionSelector counts.
 */
final class WebAnnotations {
  /** The media type of such a document. */
  static final String MEDIA_TYPE =
      "application/ld+json; profile=\"http://www.w3.org/ns/anno.jsonld\"";

  private final String server;
  private final String scriptId;
  private final int version;

  private WebAnnotations(String server, String scriptId, int version) {
    this.server = server;
    this.scriptId = scriptId;
    this.version = version;
  }

  /**
   * A collection of all comments on a script.
   *
   * @param server what addresses start with
   * @param address of the collection, without the server
   * @param version the version in which the words are looked for
   * @param threads where they stand in it
   */
  static Map<String, Object> of(
      String server, String address, String scriptId, int version, List<PlacedThread> threads) {
    WebAnnotations annotations = new WebAnnotations(server, scriptId, version);
    List<Map<String, Object>> items = new ArrayList<>();
    threads.forEach(placed -> annotations.add(items, placed));
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("id", server + address + "#page");
    page.put("type", "AnnotationPage");
    page.put("partOf", server + address);
    page.put("startIndex", 0);
    page.put("items", items);
    Map<String, Object> collection = new LinkedHashMap<>();
    collection.put("@context", "http://www.w3.org/ns/anno.jsonld");
    collection.put("id", server + address);
    collection.put("type", "AnnotationCollection");
    collection.put("label", scriptId + " v" + version);
    collection.put("total", items.size());
    collection.put("first", page);
    return collection;
  }

  private void add(List<Map<String, Object>> items, PlacedThread placed) {
    CommentThread thread = placed.thread();
    String first = id(thread, thread.comments().get(0));
    for (Comment comment : thread.comments()) {
      boolean isFirst = id(thread, comment).equals(first);
      // Nothing is left of a reply that was deleted; of a first comment, that others answer it.
      if (isFirst || comment.body() != null) {
        Map<String, Object> annotation = annotation(id(thread, comment), comment);
        annotation.put("motivation", isFirst ? "commenting" : "replying");
        annotation.put("target", isFirst ? targets(placed) : first);
        items.add(annotation);
      }
    }
  }

  private String id(CommentThread thread, Comment comment) {
    return server + Urls.thread(scriptId, thread.id()) + "#comment-" + comment.id();
  }

  private static Map<String, Object> annotation(String id, Comment comment) {
    Map<String, Object> annotation = new LinkedHashMap<>();
    annotation.put("id", id);
    annotation.put("type", "Annotation");
    if (!comment.by().name().isEmpty()) {
      annotation.put("creator", Map.of("type", "Person", "name", comment.by().name()));
    }
    annotation.put("created", ApiTime.format(comment.createdAt()));
    if (comment.editedAt() != null) {
      annotation.put("modified", ApiTime.format(comment.editedAt()));
    }
    @Nullable String said = comment.body();
    if (said != null) {
      Map<String, Object> body = new LinkedHashMap<>();
      body.put("type", "TextualBody");
      body.put("value", said);
      body.put("format", "text/markdown");
      annotation.put("body", body);
    }
    return annotation;
  }

  private List<Map<String, Object>> targets(PlacedThread placed) {
    Anchor anchor = placed.thread().anchor();
    List<Map<String, Object>> targets = new ArrayList<>();
    Map<String, Object> quote = quote(anchor.quote());
    quote.put("prefix", anchor.before());
    quote.put("suffix", anchor.after());
    targets.add(target(anchor.version(), quote, anchor.range()));
    @Nullable CodePointRange range = placed.range();
    @Nullable String text = placed.text();
    if (range != null && text != null && anchor.version() != version) {
      targets.add(target(version, quote(text), range));
    }
    return targets;
  }

  private static Map<String, Object> quote(String exact) {
    Map<String, Object> quote = new LinkedHashMap<>();
    quote.put("type", "TextQuoteSelector");
    quote.put("exact", exact);
    return quote;
  }

  private Map<String, Object> target(int number, Map<String, Object> quote, CodePointRange range) {
    Map<String, Object> position = new LinkedHashMap<>();
    position.put("type", "TextPositionSelector");
    position.put("start", range.start());
    position.put("end", range.end());
    Map<String, Object> target = new LinkedHashMap<>();
    target.put("type", "SpecificResource");
    target.put("source", server + Urls.version(scriptId, number));
    target.put("selector", List.of(quote, position));
    return target;
  }
}
