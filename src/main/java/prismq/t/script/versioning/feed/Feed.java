package prismq.t.script.versioning.feed;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Access;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.compare.ChangeExcerpt;
import prismq.t.script.versioning.compare.Comparison;
import prismq.t.script.versioning.compare.Comparisons;
import prismq.t.script.versioning.history.ChangeEntry;
import prismq.t.script.versioning.history.Changes;
import prismq.t.script.versioning.history.DamagedVersionException;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionFilter;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.web.Html;
import prismq.t.script.versioning.web.Numbers;
import prismq.t.script.versioning.web.Urls;

/** The newest versions, of a script or of all, as an Atom feed (RFC 4287). */
public final class Feed {
  private static final int ENTRIES = 30;

  private final VersionManager versionManager;
  private final Changes changes;
  private final Comparisons comparisons;

  /** Reads and compares versions with these. */
  public Feed(VersionManager versionManager, Changes changes, Comparisons comparisons) {
    this.versionManager = versionManager;
    this.changes = changes;
    this.comparisons = comparisons;
  }

  private record Newest(Script script, List<Version> versions) {}

  /** Answers with the newest versions of all scripts. */
  public void all(Context context) {
    List<Version> newest =
        changes.latest(Access.readable(Requester.of(context)), ENTRIES).stream()
            .map(ChangeEntry::version)
            .toList();
    answer(context, Messages.text("layout.scripts"), Urls.SCRIPTS, Instant.EPOCH, newest, true);
  }

  /** Answers with the newest versions of one script. */
  public void script(Context context) {
    Newest read =
        versionManager.view(
            context.pathParam("script_id"),
            view ->
                new Newest(
                    view.script(), view.versions(VersionFilter.ALL, Integer.MAX_VALUE, ENTRIES)));
    Script script = read.script;
    answer(
        context,
        script.title(),
        Urls.history(script.scriptId()),
        script.createdAt(),
        read.versions,
        false);
  }

  private void answer(
      Context context,
      String title,
      String page,
      Instant created,
      List<Version> newest,
      boolean ofAll) {
    byte[] feed;
    try {
      feed = feed(context, title, page, created, newest, ofAll);
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a feed cannot be written", e);
    }
    context.header("Cache-Control", "no-cache");
    FeedAnswer.send(context, feed);
  }

  private byte[] feed(
      Context context,
      String title,
      String page,
      Instant created,
      List<Version> newest,
      boolean ofAll)
      throws XMLStreamException {
    String server = FeedAnswer.server(context);
    String own = server + context.path();
    AtomWriter atom = new AtomWriter(Messages.language().tag());
    atom.text("id", own).text("title", title).text("generator", Messages.text("layout.product"));
    atom.link("self", "application/atom+xml", own).link("alternate", "text/html", server + page);
    atom.time(
        "updated", newest.stream().map(Version::createdAt).max(Instant::compareTo).orElse(created));
    for (Version version : newest) {
      entry(atom, version, server, ofAll);
    }
    return atom.bytes();
  }

  private void entry(AtomWriter atom, Version version, String server, boolean ofAll)
      throws XMLStreamException {
    Integer parent = version.parentVersion();
    String versionUrl = Urls.version(version.scriptId(), version.versionNumber());
    String changeUrl =
        parent == null
            ? versionUrl
            : Urls.compare(version.scriptId(), parent, version.versionNumber());
    atom.start("entry").text("id", id(version));
    atom.text("title", title(version, ofAll));
    atom.time("updated", version.createdAt()).time("published", version.createdAt());
    // A name must not be empty, and one of another system may be.
    String author =
        version.person().name().isBlank()
            ? Messages.text("feed.unknown_author")
            : version.person().name();
    atom.start("author").text("name", author).end();
    atom.link("alternate", "text/html", server + changeUrl);
    atom.link("related", "text/html", server + versionUrl);
    atom.text("summary", summary(version));
    atom.html("content", content(version, parent, server + changeUrl));
    atom.end();
  }

  /** Named by its hash (RFC 6920), so that it is the same at whatever address it is read. */
  private static String id(Version version) {
    return "ni:///sha-256;"
        + Base64.getUrlEncoder().withoutPadding().encodeToString(version.versionHash().bytes());
  }

  private static String title(Version version, boolean ofAll) {
    String number = "v" + version.versionNumber();
    String name = ofAll ? version.scriptId() + " " + number : number;
    return version.summary().isEmpty()
        ? name
        : Messages.text("common.titled", name, version.summary());
  }

  private static String summary(Version version) {
    Integer added = version.wordsInserted();
    Integer removed = version.wordsDeleted();
    return added == null || removed == null
        ? Messages.text(
            "feed.words", new Numbers().count(version.words(), "word"), version.branch())
        : Messages.text("feed.changed_words", added, removed, version.branch());
  }

  private String content(Version version, @Nullable Integer parent, String changeUrl) {
    Html html = new Html();
    html.raw("<p>").text(summary(version)).raw("</p>\n");
    if (version.hasMoreThanSummary()) {
      html.raw("<p>").text(version.changeDescription().strip()).raw("</p>\n");
    }
    try {
      html.raw(excerpt(version, parent, changeUrl));
    } catch (DamagedVersionException e) {
      html.raw("<p>").text(String.valueOf(e.getMessage())).raw("</p>\n");
    }
    return html.toString();
  }

  /** The start of what changed, without what style sheets hide. */
  private String excerpt(Version version, @Nullable Integer parent, String changeUrl) {
    if (parent == null) {
      return "";
    }
    Comparison comparison =
        versionManager
            .view(version.scriptId(), view -> comparisons.read(view, view.version(parent), version))
            .result();
    return ChangeExcerpt.ofChanges(comparison, changeUrl)
        .html()
        .replaceAll("<span class=\"hidden\">[^<]*</span>", "");
  }
}
