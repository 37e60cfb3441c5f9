package prismq.t.script.versioning.transfer.office;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import prismq.t.script.versioning.language.FilledMessage;

/** What of a document does not come in with its text, or otherwise than it stands there. */
final class Losses {
  /** A kind of it. */
  enum Loss {
    TRACKED_CHANGE,
    COMMENT,
    FOOTNOTE,
    PICTURE,
    OBJECT,
    SYMBOL,
    TEXT_BOX,
    NOTE,
    SUMMARY,
    TABLE,
    HEADER,
    FORMATTING,
    CUT_OFF;

    private FilledMessage said(int count) {
      return FilledMessage.count(
          "office.lost." + name().toLowerCase(Locale.ROOT),
          count,
          String.format(Locale.ROOT, "%,d", count));
    }
  }

  private final Map<Loss, Integer> counts = new EnumMap<>(Loss.class);

  void add(Loss loss) {
    counts.merge(loss, 1, Integer::sum);
  }

  List<FilledMessage> said() {
    return counts.entrySet().stream().map(entry -> entry.getKey().said(entry.getValue())).toList();
  }
}
