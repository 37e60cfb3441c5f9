package prismq.t.script.versioning.pages;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** What the server answered. */
record Answer(int status, HttpHeaders headers, byte[] body) {
  /** The page as it came. */
  String html() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** The page where it came compressed. */
  String unzipped() throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** A header's value; empty where it is not there. */
  String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /** The title of the page. */
  String title() {
    return unescaped(first("<title>([^<]*)</title>"));
  }

  /** The first heading of the page, without markup. */
  String heading() {
    return readable(first("(?s)<h1[^>]*>(.*?)</h1>"));
  }

  /** What a reader sees: without markup, every run of white space as one space. */
  String text() {
    return readable(html().replaceAll("(?s)<(script|head|style|template)\\b.*?</\\1>", " "));
  }

  /** What stands in the text field; empty where there is none. */
  String textField() {
    String field = first("(?s)<textarea[^>]*>(.*?)</textarea>");
    // A browser leaves out one line break after the tag.
    return unescaped(field.startsWith("\n") ? field.substring(1) : field);
  }

  /** The value of a field, not of the header's; empty where there is no such field. */
  String field(String name) {
    String tag = first("(?s)<main.*?(<input[^>]*name=\"" + Pattern.quote(name) + "\"[^>]*>)");
    Matcher value = Pattern.compile("\\svalue=\"([^\"]*)\"").matcher(tag);
    return value.find() ? unescaped(value.group(1)) : "";
  }

  /** What is marked as deleted, each without its label for screen readers. */
  List<String> deleted() {
    return marked("del");
  }

  /** What is marked as inserted. */
  List<String> inserted() {
    return marked("ins");
  }

  private List<String> marked(String element) {
    return all("(?s)<" + element + "[ >].*?</" + element + ">").stream()
        .map(mark -> readable(mark.replaceAll("<(span|bdi) class=\"hidden\">.*?</\\1>", "")))
        .toList();
  }

  /** Every place where the page matches, or of each the first group where there is one. */
  List<String> all(String regex) {
    return Pattern.compile(regex)
        .matcher(html())
        .results()
        .map(match -> match.group(match.groupCount() == 0 ? 0 : 1))
        .toList();
  }

  private String first(String regex) {
    Matcher matcher = Pattern.compile(regex).matcher(html());
    return matcher.find() ? matcher.group(1) : "";
  }

  private static String readable(String html) {
    return unescaped(html.replaceAll("<[^>]*>", " ")).replaceAll("\\s+", " ").strip();
  }

  private static String unescaped(String html) {
    return html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }
}
