package prismq.t.script.versioning.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.comment.Comment;
import prismq.t.script.versioning.comment.CommentThread;
import prismq.t.script.versioning.comment.PlacedThread;
import prismq.t.script.versioning.comment.Suggestion;
import prismq.t.script.versioning.comment.SuggestionDecision;
import prismq.t.script.versioning.core.anchor.Anchor;
import prismq.t.script.versioning.core.text.CodePointRange;
import prismq.t.script.versioning.report.ReviewAnnex;
import prismq.t.script.versioning.review.GivenVerdict;
import prismq.t.script.versioning.review.GuestVerdict;
import prismq.t.script.versioning.review.Review;
import prismq.t.script.versioning.review.Reviewer;
import prismq.t.script.versioning.review.Verdict;
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
    return collection(server + address, scriptId + " v" + version, items);
  }

  /**
   * A collection of all that was said in review: comments, suggestions that were decided on, which
   * edit, and verdicts, which assess.
   *
   * @param address of the collection, without the server
   */
  static Map<String, Object> ofReview(
      String server, String address, String scriptId, ReviewAnnex annex) {
    WebAnnotations annotations = new WebAnnotations(server, scriptId, annex.shownIn());
    List<Map<String, Object>> items = new ArrayList<>();
    annex.threads().forEach(placed -> annotations.add(items, placed));
    annex.decided().forEach(suggestion -> items.add(annotations.edit(suggestion)));
    annex.reviews().forEach(review -> annotations.add(items, review));
    annex.guestVerdicts().forEach(given -> items.add(annotations.assessment(given)));
    return collection(server + address, scriptId, items);
  }

  private static Map<String, Object> collection(
      String address, String label, List<Map<String, Object>> items) {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("id", address + "#page");
    page.put("type", "AnnotationPage");
    page.put("partOf", address);
    page.put("startIndex", 0);
    page.put("items", items);
    Map<String, Object> collection = new LinkedHashMap<>();
    collection.put("@context", "http://www.w3.org/ns/anno.jsonld");
    collection.put("id", address);
    collection.put("type", "AnnotationCollection");
    collection.put("label", label);
    collection.put("total", items.size());
    collection.put("first", page);
    collection.put("last", address + "#page");
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
    putCreator(annotation, comment.by().name());
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

  /** Other words for those of a version. */
  private Map<String, Object> edit(Suggestion suggestion) {
    Map<String, Object> annotation = new LinkedHashMap<>();
    int version = suggestion.anchor().version();
    annotation.put("id", server + Urls.suggestion(scriptId, version, suggestion.id()));
    annotation.put("type", "Annotation");
    putCreator(annotation, suggestion.by().name());
    annotation.put("created", ApiTime.format(suggestion.createdAt()));
    List<Map<String, Object>> bodies = new ArrayList<>();
    bodies.add(body("editing", "text/plain", suggestion.replacement()));
    @Nullable String reason = suggestion.reason();
    if (reason != null) {
      bodies.add(body("commenting", "text/plain", reason));
    }
    @Nullable SuggestionDecision decision = suggestion.decision();
    if (decision != null) {
      annotation.put("modified", ApiTime.format(decision.at()));
      String became = decision.acceptedIn() == null ? "rejected" : "accepted";
      bodies.add(body("tagging", "text/plain", became));
    }
    annotation.put("body", bodies);
    annotation.put("motivation", "editing");
    annotation.put("target", List.of(target(suggestion.anchor())));
    return annotation;
  }

  private void add(List<Map<String, Object>> items, Review review) {
    for (Reviewer reviewer : review.reviewers()) {
      for (GivenVerdict given : reviewer.verdicts()) {
        items.add(assessment(review, reviewer, given));
      }
    }
  }

  private Map<String, Object> assessment(Review review, Reviewer reviewer, GivenVerdict given) {
    return assessment(
        Urls.review(scriptId, review.number()) + "#verdict-" + given.id(),
        reviewer.account().name(),
        given.givenAt(),
        given.verdict(),
        given.comment(),
        review.versionNumber());
  }

  private Map<String, Object> assessment(GuestVerdict given) {
    return assessment(
        given.versionUrl() + "#guest-verdict-" + given.givenAt().toEpochMilli(),
        given.author(),
        given.givenAt(),
        given.verdict(),
        given.comment(),
        given.versionNumber());
  }

  /** What somebody said of a whole version. */
  private Map<String, Object> assessment(
      String id, String by, Instant givenAt, Verdict verdict, String comment, int version) {
    Map<String, Object> annotation = new LinkedHashMap<>();
    annotation.put("id", server + id);
    annotation.put("type", "Annotation");
    putCreator(annotation, by);
    annotation.put("created", ApiTime.format(givenAt));
    List<Map<String, Object>> bodies = new ArrayList<>();
    bodies.add(body("assessing", "text/plain", verdict.word()));
    if (!comment.isEmpty()) {
      bodies.add(body("commenting", "text/plain", comment));
    }
    annotation.put("body", bodies);
    annotation.put("motivation", "assessing");
    annotation.put("target", server + Urls.version(scriptId, version));
    return annotation;
  }

  private static void putCreator(Map<String, Object> annotation, String name) {
    if (!name.isEmpty()) {
      annotation.put("creator", Map.of("type", "Person", "name", name));
    }
  }

  private static Map<String, Object> body(String purpose, String format, String value) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "TextualBody");
    body.put("purpose", purpose);
    body.put("value", value);
    body.put("format", format);
    return body;
  }

  private Map<String, Object> target(Anchor anchor) {
    Map<String, Object> quote = quote(anchor.quote());
    quote.put("prefix", anchor.before());
    quote.put("suffix", anchor.after());
    return target(anchor.version(), quote, anchor.range());
  }

  private List<Map<String, Object>> targets(PlacedThread placed) {
    Anchor anchor = placed.thread().anchor();
    List<Map<String, Object>> targets = new ArrayList<>();
    targets.add(target(anchor));
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
