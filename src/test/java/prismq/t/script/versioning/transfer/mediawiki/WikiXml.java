package prismq.t.script.versioning.transfer.mediawiki;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Exports of MediaWiki for tests. */
final class WikiXml {
  static final String END = "</mediawiki>";

  private WikiXml() {}

  static String start() {
    return start("0.11");
  }

  static String start(String schema) {
    return "<mediawiki xmlns=\"http://www.mediawiki.org/xml/export-"
        + schema
        + "/\" version=\""
        + schema
        + "\" xml:lang=\"en\"><siteinfo><sitename>A wiki</sitename><dbname>awiki</dbname>"
        + "<namespaces><namespace key=\"0\" case=\"first-letter\" /></namespaces></siteinfo>\n";
  }

  static String export(String... pages) {
    return start() + String.join("", pages) + END;
  }

  static String page(int id, String title, String... revisions) {
    return pageStart(id, title) + String.join("\n", revisions) + "</page>\n";
  }

  static String pageStart(int id, String title) {
    return "<page><title>" + title + "</title><ns>0</ns><id>" + id + "</id>";
  }

  /** A revision of a day, the later the higher its number is. */
  static String revision(int id, String text) {
    return "<revision><id>"
        + id
        + "</id>"
        + details(id)
        + "<text bytes=\"9\" xml:space=\"preserve\">"
        + text
        + "</text></revision>";
  }

  static String details(int day) {
    return String.format(
        "<timestamp>2020-01-%02dT10:00:00Z</timestamp><contributor><username>Ann</username>"
            + "<id>7</id></contributor><comment>c</comment><model>wikitext</model>"
            + "<format>text/x-wiki</format>",
        day);
  }

  /** The SHA-1 of a text as exports tell it. */
  static String sha1(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
      String digits = new BigInteger(1, hash).toString(36);
      return "0".repeat(31 - digits.length()) + digits;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
