package prismq.t.script.versioning.compare;

/** HTML as text, put together with everything escaped that comes from a text. */
final class DiffHtml {
  private final StringBuilder html = new StringBuilder();

  /** Adds what is HTML already. */
  DiffHtml raw(String markup) {
    html.append(markup);
    return this;
  }

  DiffHtml raw(long number) {
    html.append(number);
    return this;
  }

  /** Adds text, for an element or for an attribute in quotation marks. */
  DiffHtml text(String text) {
    for (int i = 0; i < text.length(); i++) {
      text(text.charAt(i));
    }
    return this;
  }

  DiffHtml text(char c) {
    switch (c) {
      case '&' -> html.append("&amp;");
      case '<' -> html.append("&lt;");
      case '>' -> html.append("&gt;");
      case '"' -> html.append("&quot;");
      case '\'' -> html.append("&#39;");
      default -> html.append(c);
    }
    return this;
  }

  @Override
  public String toString() {
    return html.toString();
  }
}
