package prismq.t.script.versioning.help;

import io.javalin.http.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.web.BadRequestException;
import prismq.t.script.versioning.web.Client;
import prismq.t.script.versioning.web.Html;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.Parameters;

/** Shows a page of the help, or what a search in it found. */
public final class HelpPage {
  /** Stands in examples for the address of the server that shows them. */
  private static final String SERVER = "{{server}}";

  private static final String TEMPLATE = "help/help";
  private static final int MAX_QUERY_LENGTH = 200;

  private final Pages pages;

  /** Read when it is first asked for, so that no start waits for it. */
  private static final class Help {
    static final HelpTopics TOPICS = HelpTopics.read();
    static final HelpSearch SEARCH = new HelpSearch(TOPICS);
  }

  /** Shows the help with these pages. */
  public HelpPage(Pages pages) {
    this.pages = pages;
  }

  /**
   * What the template shows.
   *
   * @param topic none if results are shown
   */
  record Model(
      List<HelpTopic> topics,
      @Nullable HelpTopic topic,
      String html,
      String query,
      List<HelpSearch.HelpResult> results) {}

  /** Answers {@code /help}: the first page, or the results of {@code ?q=}. */
  public void show(Context context) {
    String query = Parameters.text(context, "q");
    if (query == null) {
      answer(context, Help.TOPICS.all().get(0));
    } else if (query.length() > MAX_QUERY_LENGTH) {
      throw new BadRequestException(FilledMessage.of("help.long_search", MAX_QUERY_LENGTH));
    } else {
      pages.answer(
          context,
          200,
          TEMPLATE,
          new Model(Help.TOPICS.all(), null, "", query, Help.SEARCH.find(query)));
    }
  }

  /** Answers {@code /help/{page}}. */
  public void showTopic(Context context) {
    String name = context.pathParam("page");
    answer(context, Help.TOPICS.named(name).orElseThrow(() -> new NoSuchTopicException(name)));
  }

  /** Leads from where the description of the API used to be. */
  public void leadToApi(Context context) {
    context.redirect(HelpTopic.URL + "/api");
  }

  private void answer(Context context, HelpTopic topic) {
    String server =
        new Html().text(Client.of(context).scheme() + "://" + context.host()).toString();
    String html = topic.html().replace(SERVER, server);
    pages.answer(context, 200, TEMPLATE, new Model(Help.TOPICS.all(), topic, html, "", List.of()));
  }
}
