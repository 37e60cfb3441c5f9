package prismq.t.script.versioning.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.pages.Site;

/**
 * A test in a browser, with the application behind it. Whatever the browser complains about on the
 * way fails the test: errors on the console, exceptions, requests that fail, and violations of the
 * Content-Security-Policy.
 */
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(Chromium.Provider.class)
abstract class BrowserTest {
  private static final String ROWS_DRIFT =
      """
      async () => {
        await document.fonts.ready;
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        const [left, right] = [...document.querySelectorAll(".d2h-files-diff tbody")]
            .map((body) => [...body.rows].filter((row) => row.offsetHeight > 0 && !row.dataset.head)
                .map((row) => row.getBoundingClientRect()));
        if (left.length !== right.length || left.length < 10) return 1000;
        return Math.max(...left.map((box, i) =>
            Math.max(Math.abs(box.top - right[i].top), Math.abs(box.bottom - right[i].bottom))));
      }
      """;

  private final Set<String> damaged = new HashSet<>();
  private final Set<Request> withoutContent = new HashSet<>();
  private final List<String> complaints = new ArrayList<>();

  /** Whether pages are closed because the test is over. */
  private boolean isOver;

  private final List<String> expected = new ArrayList<>();
  private final List<BrowserContext> contexts = new ArrayList<>();
  private @Nullable Chromium chromium;
  private @Nullable Site running;

  @BeforeAll
  void open(@TempDir Path folder, Chromium started) {
    chromium = started;
    Site opened = Site.open(folder);
    running = opened;
    fill(opened);
  }

  /** Saves what the tests of the class look at. */
  abstract void fill(Site site);

  @AfterAll
  void close() {
    if (running != null) {
      running.close();
    }
  }

  @AfterEach
  void nothingWasComplainedAbout() {
    isOver = true;
    contexts.forEach(BrowserContext::close);
    isOver = false;
    contexts.clear();
    List<String> all = new ArrayList<>(complaints);
    complaints.clear();
    List<String> starts = new ArrayList<>(expected);
    expected.clear();
    for (String start : starts) {
      assertThat(all)
          .as("what was to be complained about")
          .anyMatch(told -> told.startsWith(start));
      all.removeIf(told -> told.startsWith(start));
    }
    assertThat(all).as("what the browser complained about").isEmpty();
  }

  /**
   * Says that the browser will complain, in words that start so, which is what the test is about.
   */
  final void expectComplaint(String start) {
    expected.add(start);
  }

  /** The application behind the pages. */
  final Site site() {
    return given(running);
  }

  /** A visitor with an ordinary screen. */
  final Page visitor() {
    return visitor(1280, 900, ColorScheme.LIGHT, true);
  }

  /** A visitor whose screen has this size. */
  final Page visitor(int width, int height) {
    return visitor(width, height, ColorScheme.LIGHT, true);
  }

  /** A visitor with a window of their own, in a browser that knows nobody yet. */
  final Page visitor(int width, int height, ColorScheme scheme, boolean javaScript) {
    return page(
        new Browser.NewContextOptions()
            .setViewportSize(width, height)
            .setColorScheme(scheme)
            .setJavaScriptEnabled(javaScript));
  }

  /** A visitor whose browser asks for pages in this language. */
  final Page visitorFrom(String language) {
    return page(new Browser.NewContextOptions().setViewportSize(1366, 800).setLocale(language));
  }

  /** A visitor who touches a screen of this size. */
  final Page toucher(int width, int height) {
    return page(new Browser.NewContextOptions().setViewportSize(width, height).setHasTouch(true));
  }

  private Page page(Browser.NewContextOptions options) {
    BrowserContext context =
        given(chromium).browser().newContext(options.setBaseURL(site().url("")));
    context.setDefaultTimeout(10_000);
    context.setDefaultNavigationTimeout(20_000);
    contexts.add(context);
    context.onConsoleMessage(this::listen);
    context.onWebError(error -> complaints.add("exception: " + error.error()));
    context.onDialog(
        dialog -> {
          complaints.add("a dialog opened: " + dialog.type() + " " + dialog.message());
          dialog.dismiss();
        });
    context.onRequestFailed(this::failed);
    context.onResponse(this::answered);
    return context.newPage();
  }

  private void listen(ConsoleMessage message) {
    // Answers that are errors are looked at where they come in.
    if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
      complaints.add("console: " + message.text() + " at " + message.location());
    }
  }

  private void failed(Request request) {
    boolean isReplaced = request.headers().containsKey("hx-request");
    boolean isDone = withoutContent.remove(request);
    if ((isReplaced || isDone || isOver) && "net::ERR_ABORTED".equals(request.failure())) {
      // A newer request took its place, the answer was one without content, or the page was left.
      return;
    }
    complaints.add("request failed: " + request.url() + " " + request.failure());
  }

  private void answered(Response response) {
    boolean page = response.request().isNavigationRequest();
    if (response.status() == 204) {
      withoutContent.add(response.request());
    }
    if (response.status() == 500 && damaged.contains(response.url())) {
      return;
    }
    if (response.status() >= 500 || (response.status() >= 400 && !page)) {
      complaints.add("answer: " + response.status() + " " + response.url());
    }
  }

  /** Opens a page that cannot be shown, because a version on it is damaged. */
  final void openDamaged(Page page, String path) {
    damaged.add(site().url(path));
    assertThat(given(page.navigate(path)).status()).as(path).isEqualTo(500);
  }

  /** By how many pixels at most the rows of both sides do not stand level, at top or bottom. */
  static double rowsDrift(Page page) {
    return ((Number) page.evaluate(ROWS_DRIFT)).doubleValue();
  }

  /** Opens a page that is there. */
  static void open(Page page, String path) {
    Response response = given(page.navigate(path));
    assertThat(response.status()).as(path).isEqualTo(200);
  }

  /** Fails where the page breaks a rule of WCAG 2.2, A or AA. */
  static void isAccessible(Page page, String what) {
    Accessibility.check(page, what);
  }

  /** The same in light and in dark. */
  static void isAccessibleInBothThemes(Page page, String what) {
    Accessibility.checkInBothThemes(page, what);
  }

  /** The value, where there must be one. */
  static <T> T given(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("there is nothing here");
    }
    return value;
  }
}
