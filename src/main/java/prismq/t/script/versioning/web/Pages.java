package prismq.t.script.versioning.web;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.Messages;

/**
 * Renders pages: a template of {@code templates/} with one record, called {@code page} in it. Pages
 * that only show data are kept until the data changes or a minute has passed.
 */
public final class Pages {
  private final Templates templates;
  private final Assets assets;
  private final Times times;
  private final Numbers numbers = new Numbers();
  private final Lanes lanes = new Lanes();
  private final MarkedMessages messages = new MarkedMessages();
  private final Fragments fragments;
  private final LongSupplier changeCount;
  private final Supplier<String> notice;
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
   */
  public Pages(
      Assets assets,
      Clock clock,
      LongSupplier changeCount,
      Supplier<String> notice,
      Templates templates) {
    this.templates = templates;
    this.assets = assets;
    this.times = new Times(clock);
    this.changeCount = changeCount;
    this.notice = notice;
    this.develop = templates.areReadAnew();
    this.fragments = new Fragments(this::render, !develop);
  }

  /** Answers with a page that shows data; the record is only made where the page is not cached. */
  public void show(Context context, String template, Supplier<Object> page) {
    String language = Messages.language().tag();
    String address = language + " " + context.path() + "?" + context.queryString();
    PageCache.State state =
        new PageCache.State(changeCount.getAsLong(), times.minute(), notice.get());
    PageCache.CachedPage entry =
        develop
            ? made(state, template, page)
            : cache.get(address, state, () -> made(state, template, page));
    context.header("Cache-Control", "no-cache").header("ETag", entry.etag());
    context
        .header("Vary", "Accept-Encoding, Accept-Language")
        .contentType("text/html; charset=utf-8");
    if (entry.etag().equals(context.header("If-None-Match"))) {
      context.status(304);
      return;
    }
    @Nullable String encodings = context.header("Accept-Encoding");
    if (encodings != null && encodings.contains("gzip")) {
      context.disableCompression().header("Content-Encoding", "gzip").result(entry.gzipped());
    } else {
      context.result(entry.plain());
    }
  }

  private PageCache.CachedPage made(PageCache.State state, String template, Supplier<Object> page) {
    makers.acquireUninterruptibly();
    try {
      return PageCache.CachedPage.of(render(template, page.get()), state);
    } finally {
      makers.release();
    }
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
      render(template, page.get());
    } catch (RuntimeException e) {
      // The request for the page reports it.
    }
  }

  /** Answers with a page for this request only, such as a form with errors. */
  public void answer(Context context, int status, String template, Object page) {
    context.status(status).header("Cache-Control", "no-store");
    context.contentType("text/html; charset=utf-8");
    context.result(render(template, page).getBytes(StandardCharsets.UTF_8));
  }

  private String render(String template, Object page) {
    return templates.render(
        template,
        Map.of(
            "page",
            page,
            "notice",
            notice.get(),
            "assets",
            assets,
            "times",
            times,
            "numbers",
            numbers,
            "lanes",
            lanes,
            "messages",
            messages,
            "fragments",
            fragments,
            "help",
            HelpLinks.url(template)));
  }
}
