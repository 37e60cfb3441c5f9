package prismq.t.script.versioning.pages;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import prismq.t.script.versioning.account.Account;

/** Share links as their makers and their guests use them. */
final class Sharing {
  private static final Pattern LINK = Pattern.compile("https?://[^\"/]+(/s/[A-Za-z0-9_-]{43})");

  private Sharing() {}

  /** A form for a comparison as the page sends it. */
  static Form comparison(int from, int to) {
    return usual().with("kind", "comparison").with("from", "" + from).with("to", "" + to);
  }

  /** A form for a version. */
  static Form version(int number) {
    return usual().with("kind", "version").with("to", "" + number);
  }

  /** A form for a report of everything. */
  static Form report() {
    return usual().with("kind", "report");
  }

  private static Form usual() {
    return new Form().with("ends", "30").with("downloads", "true");
  }

  /** Makes a link; gives the path at which it is opened. */
  static String make(Visitor maker, String scriptId, Form form) {
    Answer answer = maker.post("/scripts/" + scriptId + "/share-links", form);
    if (answer.status() != 201) {
      throw new IllegalStateException(answer.status() + " " + answer.text());
    }
    return path(answer.html());
  }

  /** The path of the link that stands in a text. */
  static String path(String text) {
    Matcher link = LINK.matcher(text);
    if (!link.find()) {
      throw new IllegalStateException("There is no share link in " + text);
    }
    return link.group(1);
  }

  /** Opens a link in a browser of its own. */
  static SharedVisit open(Site site, String path) {
    return open(Visitor.of(site), path, new Form().with("none", ""));
  }

  /** The same in a browser that has opened others, with what is asked for. */
  static SharedVisit open(Visitor browser, String path, Form form) {
    Answer answer = browser.post(path, form);
    if (answer.status() != 303) {
      throw new IllegalStateException(answer.status() + " " + answer.text());
    }
    String cookie = Visitor.cookie(answer);
    String all = browser.cookie().isEmpty() ? cookie : browser.cookie() + "; " + cookie;
    return new SharedVisit(new Visitor(browser.site(), all), answer.header("Location"));
  }

  /** Says whose account the one guest of a link has who wrote by it. */
  static void tie(Visitor admin, String scriptId, SharedVisit visit, Account account) {
    String page = "/scripts/" + scriptId + "/share-links/" + visit.shareLinkId();
    String key = admin.get(page).all("name=\"guest\" value=\"(\\w+)\"").get(0);
    Form tied = new Form().with("guest", key).with("account", Long.toString(account.id()));
    Answer answer = admin.post(page + "/guests", tied);
    if (answer.status() != 303) {
      throw new IllegalStateException(answer.status() + " " + answer.text());
    }
  }

  /**
   * A browser in which a link was opened.
   *
   * @param address where that led to
   */
  record SharedVisit(Visitor guest, String address) {
    /** The same address without options. */
    String url() {
      return address.replaceFirst("\\?.*", "");
    }

    String shareLinkId() {
      return url().substring("/shared/".length());
    }

    Answer page() {
      return guest.get(address);
    }
  }
}
