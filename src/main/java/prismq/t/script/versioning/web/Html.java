package prismq.t.script.versioning.web;

/** Builds HTML as text, and escapes all texts in it. */
public final class Html {
  private final StringBuilder html = new StringBuilder();

  /** Adds what is HTML already. */
  public Html raw(String markup) {
    html.append(markup);
    return this;
  }

  /** Adds a number. */
  public Html raw(long number) {
    html.append(number);
    return this;
  }

  /** Adds text, for an element or for an attribute in quotation marks. */
  public Html text(String text) {
    return text(text, 0, text.length());
  }

  /** Adds a part of a text. */
  public Html text(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      text(text.charAt(i));
    }
    return this;
  }

  /** Adds one character of a text. */
  public Html text(char c) {
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

  /** Starts anew, after what there was is written elsewhere. */
  public void clear() {
    html.setLength(0);
  }

  /** All of it so far. */
  @Override
  public String toString() {
    return html.toString();
  }
}
