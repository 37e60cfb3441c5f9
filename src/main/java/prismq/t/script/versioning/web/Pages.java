package prismq.t.script.versioning.web;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Requester.LoneComputer;
import prismq.t.script.versioning.access.Requester.SignedIn;
import prismq.t.script.versioning.access.Thing;
import prismq.t.script.versioning.language.Messages;

/**
 * Renders pages: a template of {@code templates/} with one record, called {@code page} in it. Pages
 * that only show data are kept until the data changes or a minute has passed.
 */
public final class Pages {
  private static final String VARY = "Accept-Encoding, Accept-Language";

  private final Templates templates;
  private final Assets assets;
  private final Times times;
  private final Numbers numbers = new Numbers();
  private final Lanes lanes = new Lanes();
  private final MarkedMessages messages = new MarkedMessages();
  private final Fragments fragments;
  private final LongSupplier changeCount;
  private final Supplier<String> notice;
  private final ToIntFunction<SignedIn> unseen;
  private final PageCache cache = new PageCache();

  /** As many pages are rendered at once as there are cores: more would only take more memory. */
  private final Semaphore makers =
      new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);

  private final boolean develop;

  /**
   * Creates it.
   *
   * @param changeCount gives another number after the data has changed
   * @param notice gives what every page says above its text; an empty string for nothing
   * @param unseen gives how many notifications somebody has not looked at
   */
  public Pages(
      Assets assets,
      Clock clock,
      LongSupplier changeCount,
      Supplier<String> notice,
      ToIntFunction<SignedIn> unseen,
      Templates templates) {
    this.templates = templates;
    this.assets = assets;
    this.times = new Times(clock);
    this.changeCount = changeCount;
    this.notice = notice;
    this.unseen = unseen;
    this.develop = templates.areReadAnew();
    this.fragments = new Fragments(this::renderPart, !develop);
  }

  /** Answers with a page that shows data; the record is only made where the page is not cached. */
  public void show(Context context, String template, Supplier<Object> page) {
    show(context, template, "", page);
  }

  /**
   * The same of a page that shows something that not all have who have the same rights.
   *
   * @param own equal for all who are shown the same
   */
  public void show(Context context, String template, String own, Supplier<Object> page) {
    Requester requester = Requester.of(context);
    PersonView person = PersonView.of(requester, Thing.of(context));
    String language = Messages.language().tag();
    String address =
        String.join(" ", language, person.key(), own, context.path() + "?" + context.queryString());
    PageCache.State state =
        new PageCache.State(changeCount.getAsLong(), times.minute(), notice.get());
    Supplier<PageCache.CachedPage> made = () -> made(state, template, person, page);
    PageParts parts = (develop ? made.get() : cache.get(address, state, made)).parts();
    context.contentType("text/html; charset=utf-8");
    if (parts.hasGaps()) {
      context.header("Cache-Control", "no-store");
    } else {
      context.header("Cache-Control", "no-cache").header("ETag", parts.etag());
      if (parts.etag().equals(context.header("If-None-Match"))) {
        context.header("Vary", VARY).status(304);
        return;
      }
    }
    send(context, parts, fillings(requester));
  }

  private static void send(Context context, PageParts parts, Map<Gap, String> fillings) {
    context.header("Vary", VARY);
    @Nullable String encodings = context.header("Accept-Encoding");
    if (encodings != null && encodings.contains("gzip")) {
      context.disableCompression().header("Content-Encoding", "gzip");
      context.result(parts.gzipped(fillings));
    } else {
      context.result(parts.plain(fillings));
    }
  }

  private PageCache.CachedPage made(
      PageCache.State state, String template, PersonView person, Supplier<Object> page) {
    makers.acquireUninterruptibly();
    try {
      return new PageCache.CachedPage(state, PageParts.of(render(template, person, page.get())));
    } finally {
      makers.release();
    }
  }

  /** What stands in the gaps of this person's pages. */
  private Map<Gap, String> fillings(Requester requester) {
    if (!(requester instanceof SignedIn signedIn)) {
      return Map.of();
    }
    String token = FormToken.of(signedIn);
    String menu =
        fragments.html(
            "account/menu :: menu", PersonMenu.of(signedIn, unseen.applyAsInt(signedIn)));
    return Map.of(
        Gap.MENU,
        menu.replace(Gap.TOKEN.mark(), token),
        Gap.TOKEN,
        token,
        Gap.ACCOUNT,
        Long.toString(signedIn.account().id()));
  }

  /** A number that is another one after the data has changed. */
  public long changeCount() {
    return changeCount.getAsLong();
  }

  /** Parts of pages that are kept. */
  public Fragments fragments() {
    return fragments;
  }

  /** How times are shown on pages. */
  public Times times() {
    return times;
  }

  /**
   * Renders a page and drops it, so that all that pages need is loaded before the first request.
   *
   * @param page may fail; then so will the requested page, with the reason
   */
  public void prepare(String template, Supplier<Object> page) {
    try {
      render(template, PersonView.of(new LoneComputer(), new Thing.Server()), page.get());
    } catch (RuntimeException e) {
      // The request for the page reports it.
    }
  }

  /** Answers with a page for this request only, such as a form with errors. */
  public void answer(Context context, int status, String template, Object page) {
    context.status(status).header("Cache-Control", "no-store");
    context.contentType("text/html; charset=utf-8");
    Requester requester = Requester.of(context);
    String html = render(template, PersonView.of(requester, Thing.of(context)), page);
    context.result(PageParts.filled(html, fillings(requester)).getBytes(StandardCharsets.UTF_8));
  }

  private String renderPart(String template, Object page) {
    return render(template, PersonView.NONE, page);
  }

  private String render(String template, PersonView person, Object page) {
    return templates.render(
        template,
        Map.ofEntries(
            Map.entry("page", page),
            Map.entry("person", person),
            Map.entry("notice", notice.get()),
            Map.entry("assets", assets),
            Map.entry("times", times),
            Map.entry("numbers", numbers),
            Map.entry("lanes", lanes),
            Map.entry("messages", messages),
            Map.entry("fragments", fragments),
            Map.entry("help", HelpLinks.url(template))));
  }
}
