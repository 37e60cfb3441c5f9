package prismq.t.script.versioning.home;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Access;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Requester.SignedIn;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.access.Thing;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.draft.DraftRow;
import prismq.t.script.versioning.draft.Drafts;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.home.HomeStore.OpenThreads;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.readmark.ReadMarks;
import prismq.t.script.versioning.review.Reviews;
import prismq.t.script.versioning.share.ShareLink;
import prismq.t.script.versioning.share.ShareLinkChoice;
import prismq.t.script.versioning.share.ShareLinkState;
import prismq.t.script.versioning.share.ShareLinks;
import prismq.t.script.versioning.unread.Unread;
import prismq.t.script.versioning.unread.UnreadChanges;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.Urls;

/**
 * The page with what waits for whoever is signed in, what is new to them, and what they left
 * unfinished; nothing of scripts that they may not read any more.
 */
public final class ForYouPage {
  /** Most lines under one heading. */
  private static final int MOST = 20;

  /** Most scripts in which somebody has read anything that are looked at. */
  private static final int MOST_READ = 100;

  /** Most links that are counted. */
  private static final int MOST_LINKS = 500;

  private final Database database;
  private final VersionManager versionManager;
  private final ReadMarks readMarks;
  private final UnreadChanges unreadChanges;
  private final Drafts drafts;
  private final ShareLinks shareLinks;
  private final Pages pages;
  private final MyTurn myTurn;
  private final HomeStore store = new HomeStore();

  /** Gathers what these know. */
  public ForYouPage(
      Database database,
      VersionManager versionManager,
      Reviews reviews,
      ReadMarks readMarks,
      UnreadChanges unreadChanges,
      Drafts drafts,
      ShareLinks shareLinks,
      Pages pages) {
    this.database = database;
    this.versionManager = versionManager;
    this.readMarks = readMarks;
    this.unreadChanges = unreadChanges;
    this.drafts = drafts;
    this.shareLinks = shareLinks;
    this.pages = pages;
    this.myTurn = new MyTurn(database, reviews);
  }

  /** A script with something new. */
  record NewToYou(String title, Unread unread) {
    public String url() {
      return Urls.history(unread.scriptId());
    }
  }

  /** What the template shows; each list may be empty. */
  record Model(
      List<HomeItem> turn,
      List<NewToYou> unread,
      List<HomeItem> drafts,
      List<HomeItem> threads,
      List<HomeItem> links) {
    public boolean isNothing() {
      return turn.isEmpty()
          && unread.isEmpty()
          && drafts.isEmpty()
          && threads.isEmpty()
          && links.isEmpty();
    }
  }

  /** Answers {@code /for-you}. */
  public void show(Context context) {
    // Only who is signed in has the right that the route needs.
    SignedIn person = (SignedIn) Requester.of(context);
    Model model =
        new Model(
            myTurn.of(person, MOST),
            unread(person),
            drafts(person),
            threads(person),
            links(person));
    pages.answer(context, 200, "home/for-you", model);
  }

  private static boolean mayRead(SignedIn person, String scriptId) {
    return Access.may(person, Right.READ, new Thing.GuardedScript(scriptId));
  }

  private List<NewToYou> unread(SignedIn person) {
    long account = person.account().id();
    List<NewToYou> found = new ArrayList<>();
    for (String scriptId : readMarks.begun(account, MOST_READ)) {
      @Nullable Unread unread =
          mayRead(person, scriptId) ? unreadChanges.of(account, scriptId) : null;
      if (unread != null && found.size() < MOST) {
        found.add(new NewToYou(versionManager.script(scriptId).title(), unread));
      }
    }
    return found;
  }

  private List<HomeItem> drafts(SignedIn person) {
    return drafts.rows(person.account().id()).stream()
        .filter(row -> row.lets(person, Right.READ))
        .limit(MOST)
        .map(ForYouPage::draft)
        .toList();
  }

  private static HomeItem draft(DraftRow row) {
    @Nullable String scriptId = row.scriptId();
    return new HomeItem(
        row.title().isBlank() ? Messages.text("draft.untitled") : row.title(),
        scriptId == null ? Urls.draft(row.id()) : Urls.history(scriptId),
        scriptId == null
            ? Messages.text("home.draft_of_new")
            : Messages.text("home.draft_on", String.valueOf(row.branch())),
        Messages.text("home.continue"),
        Urls.draft(row.id()),
        row.savedAt());
  }

  private List<HomeItem> threads(SignedIn person) {
    long account = person.account().id();
    return database
        .read(handle -> store.openThreads(handle, account, Access.readable(person), MOST))
        .stream()
        .map(ForYouPage::thread)
        .toList();
  }

  private static HomeItem thread(OpenThreads threads) {
    return new HomeItem(
        threads.title(),
        Urls.history(threads.scriptId()),
        Messages.count("home.threads", threads.count(), Integer.toString(threads.count())),
        Messages.text("home.open"),
        Urls.comments(threads.scriptId(), threads.version()),
        threads.lastAt());
  }

  private List<HomeItem> links(SignedIn person) {
    Map<String, List<ShareLink>> byScript = new LinkedHashMap<>();
    for (ShareLink link : shareLinks.list(ShareLinkChoice.by(person.account()), MOST_LINKS, 0)) {
      if (shareLinks.state(link) == ShareLinkState.OPEN && mayRead(person, link.scriptId())) {
        byScript.computeIfAbsent(link.scriptId(), script -> new ArrayList<>()).add(link);
      }
    }
    return byScript.entrySet().stream()
        .limit(MOST)
        .map(entry -> links(entry.getKey(), entry.getValue()))
        .toList();
  }

  private HomeItem links(String scriptId, List<ShareLink> links) {
    Instant newest = links.stream().map(ShareLink::createdAt).max(Instant::compareTo).orElseThrow();
    return new HomeItem(
        versionManager.script(scriptId).title(),
        Urls.history(scriptId),
        Messages.count("home.links", links.size(), Integer.toString(links.size())),
        Messages.text("home.open"),
        Urls.shareLinks(scriptId),
        newest);
  }
}
