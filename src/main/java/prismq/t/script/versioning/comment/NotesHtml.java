package prismq.t.script.versioning.comment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.web.Html;
import prismq.t.script.versioning.web.Times;

/**
 * Threads as short notes in a margin. There may be a thousand of them, which would take a template
 * far longer.
 */
final class NotesHtml {
  private final Html html = new Html();
  private final ThreadCards cards;
  private final Times times;

  /** Writes notes that lead to these cards. */
  NotesHtml(ThreadCards cards, Times times) {
    this.cards = cards;
    this.times = times;
  }

  /** The notes, all text escaped. */
  static String of(List<PlacedNote> notes, ThreadCards cards, Times times) {
    NotesHtml written = new NotesHtml(cards, times);
    for (PlacedNote note : notes) {
      written.start(note);
      written.brief(cards.card(note.placed()));
      written.html.raw("</li>\n");
    }
    return written.html.toString();
  }

  /** The start tag of the item of an opened one. */
  static String startOf(PlacedNote note, ThreadCards cards, Times times) {
    NotesHtml written = new NotesHtml(cards, times);
    written.start(note);
    return written.html.toString();
  }

  private void start(PlacedNote note) {
    long id = note.thread().id();
    html.raw("<li class=\"note").raw(note.thread().isResolved() ? " resolved" : "");
    html.raw(id < 0 ? " draft" : "");
    html.raw("\" id=\"note-").raw(id).raw("\" data-thread=\"").raw(id).raw("\" data-state=\"");
    html.raw(note.placed().placement().state().name().toLowerCase(java.util.Locale.ROOT));
    html.raw("\"");
    if (note.hasPlace()) {
      html.raw(" data-side=\"").raw(note.isLeft() ? "from" : "to").raw("\" data-start=\"");
      html.raw(note.start()).raw("\" data-end=\"").raw(note.end()).raw("\"");
    }
    html.raw(">");
  }

  private void brief(ThreadCard card) {
    Comment first = card.placed().thread().comments().get(0);
    html.raw("<article class=\"thread brief\" id=\"thread-").raw(card.id());
    html.raw("\" tabindex=\"-1\" aria-label=\"");
    html.text(Messages.text("comments.about", first.by().name(), card.shortQuote())).raw("\">");
    if (!card.hasPlace() || card.state() != null) {
      html.raw("<blockquote class=\"quoted\"><bdi>").text(card.shortQuote());
      html.raw("</bdi></blockquote>");
    }
    html.raw("<p class=\"by\"><a class=\"opens\" href=\"").text(card.url()).raw("\"><bdi>");
    html.text(first.by().name()).raw("</bdi></a>");
    html.text(first.by().isGuest() ? ", " + Messages.text("comments.guest") : "");
    html.raw(" <time datetime=\"").text(first.createdAt() + "");
    html.raw("\" title=\"").text(times.exact(first.createdAt())).raw("\">");
    html.text(times.relative(first.createdAt())).raw("</time></p>");
    if (first.body() == null) {
      html.raw("<p class=\"dim\">").text(Messages.text("comments.deleted")).raw("</p>");
    } else {
      html.raw("<div class=\"said\" dir=\"auto\">").raw(cards.said(first)).raw("</div>");
    }
    said(card.state());
    int replies = card.placed().thread().comments().size() - 1 + card.draftReplies().size();
    if (replies > 0) {
      said(Messages.count("comments.replies", replies, Integer.toString(replies)));
    }
    if (card.isResolved()) {
      said(Messages.text("comments.resolved"));
    }
    html.raw("</article>");
  }

  private void said(@Nullable String sentence) {
    if (sentence != null) {
      html.raw("<p class=\"state\">").text(sentence).raw("</p>");
    }
  }
}
