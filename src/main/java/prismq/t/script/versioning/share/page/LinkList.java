package prismq.t.script.versioning.share.page;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.share.ShareLinkChoice;
import prismq.t.script.versioning.share.ShareLinks;
import prismq.t.script.versioning.web.Urls;

/**
 * Share links on a page of a list.
 *
 * @param url of the list
 * @param count of all that the list has
 * @param number which page of it, from 1
 */
record LinkList(String url, List<ShareLinkRow> rows, int count, int number) {
  static LinkList of(
      Context context, String url, ShareLinks links, ShareLinkRows rows, ShareLinkChoice choice) {
    int number = LinkReader.page(context);
    int offset = (number - 1) * LinkReader.LINKS_A_PAGE;
    return new LinkList(
        url,
        rows.of(links.list(choice, LinkReader.LINKS_A_PAGE, offset), Requester.of(context)),
        links.count(choice),
        number);
  }

  public boolean isEmpty() {
    return count == 0;
  }

  public @Nullable String previousUrl() {
    return number == 1 ? null : url(number - 1);
  }

  public @Nullable String nextUrl() {
    return number * LinkReader.LINKS_A_PAGE < count ? url(number + 1) : null;
  }

  private String url(int page) {
    Map<String, @Nullable String> parameters = new LinkedHashMap<>();
    parameters.put("page", page == 1 ? null : Integer.toString(page));
    return Urls.with(url, parameters);
  }
}
