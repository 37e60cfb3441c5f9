package prismq.t.script.versioning.comment;

import java.util.List;
import java.util.function.Function;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** Makes links of the names of people in a parsed comment. */
final class MentionLinks extends AbstractVisitor {
  private final List<Mention> mentions;
  private final Function<String, String> urlOf;

  /**
   * Creates it.
   *
   * @param urlOf leads to somebody by their name
   */
  MentionLinks(List<Mention> mentions, Function<String, String> urlOf) {
    this.mentions = mentions;
    this.urlOf = urlOf;
  }

  @Override
  public void visit(Link link) {
    // Links lead where they say.
  }

  @Override
  public void visit(Text text) {
    String literal = text.getLiteral();
    int done = 0;
    for (int at = literal.indexOf('@'); at >= 0; at = literal.indexOf('@', at + 1)) {
      @Nullable Mention mention = at < done ? null : at(literal, at + 1);
      if (mention != null) {
        text.insertBefore(new Text(literal.substring(done, at)));
        Link link = new Link(urlOf.apply(mention.name()), null);
        link.appendChild(new Text("@" + mention.name()));
        text.insertBefore(link);
        done = at + 1 + mention.written().length();
      }
    }
    text.setLiteral(literal.substring(done));
  }

  private @Nullable Mention at(String literal, int start) {
    return mentions.stream()
        .filter(mention -> Mention.isAt(literal, start, mention.written()))
        .findFirst()
        .orElse(null);
  }
}
