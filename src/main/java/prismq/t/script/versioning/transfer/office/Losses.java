package prismq.t.script.versioning.transfer.office;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What of a document does not come in with its text, or otherwise than it stands there. */
final class Losses {
  /** A kind of it; what is said of one and of several, of which {@code %,d} is the number. */
  enum Loss {
    TRACKED_CHANGE("1 tracked change, accepted", "%,d tracked changes, accepted"),
    COMMENT("1 comment is left out", "%,d comments are left out"),
    FOOTNOTE("1 footnote is left out", "%,d footnotes are left out"),
    PICTURE("1 picture is left out", "%,d pictures are left out"),
    OBJECT("1 embedded object is left out", "%,d embedded objects are left out"),
    SYMBOL("1 sign of a symbol font is left out", "%,d signs of symbol fonts are left out"),
    TEXT_BOX("1 text box is left out", "%,d text boxes are left out"),
    NOTE("1 script note is left out", "%,d script notes are left out"),
    SUMMARY("1 scene summary is left out", "%,d scene summaries are left out"),
    TABLE(
        "1 table was imported as paragraphs, cell by cell",
        "%,d tables were imported as paragraphs, cell by cell"),
    HEADER("headers and footers are left out"),
    FORMATTING("bold, italics and other formatting are left out"),
    CUT_OFF("it is cut off; what comes before that place is kept");

    private final String one;
    private final String several;

    Loss(String one, String several) {
      this.one = one;
      this.several = several;
    }

    Loss(String always) {
      this(always, always);
    }

    private String said(int count) {
      return count == 1 ? one : String.format(Locale.ROOT, several, count);
    }
  }

  private final Map<Loss, Integer> counts = new EnumMap<>(Loss.class);

  void add(Loss loss) {
    counts.merge(loss, 1, Integer::sum);
  }

  List<String> said() {
    return counts.entrySet().stream().map(entry -> entry.getKey().said(entry.getValue())).toList();
  }
}
