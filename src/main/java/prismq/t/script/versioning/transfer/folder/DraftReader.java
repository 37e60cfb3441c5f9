package prismq.t.script.versioning.transfer.folder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.EncodingGuess;
import prismq.t.script.versioning.core.text.NotTextException;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.core.text.TextEncoding;

/** Reads the files of drafts as texts: the one place where their bytes become characters. */
final class DraftReader {
  private final @Nullable TextEncoding chosen;

  /**
   * Reads in this encoding.
   *
   * @param chosen of texts that are neither marked nor UTF-8; null to have it guessed
   */
  DraftReader(@Nullable TextEncoding chosen) {
    this.chosen = chosen;
  }

  /**
   * The text of a file.
   *
   * @param name its name without folders, which may tell what it is
   */
  DraftText read(String name, byte[] bytes) {
    return plain(bytes);
  }

  private DraftText plain(byte[] bytes) {
    Optional<TextEncoding> encoding =
        chosen == null ? EncodingGuess.ofText(bytes) : EncodingGuess.ofText(bytes, chosen);
    if (encoding.isEmpty()) {
      return notText();
    }
    try {
      ScriptText text = ScriptText.of(bytes, encoding.get());
      return new DraftText.ReadDraft(text, guessed(text), lost(text));
    } catch (NotTextException e) {
      return notText();
    }
  }

  private static DraftText notText() {
    return new DraftText.UnreadDraft("not a text, it has a NUL byte");
  }

  private static List<String> guessed(ScriptText text) {
    return text.encoding().isUtf8() ? List.of() : List.of("read as " + text.encoding().label());
  }

  private static List<String> lost(ScriptText text) {
    List<String> lost = new ArrayList<>();
    if (!text.exactlyDecoded()) {
      lost.add(
          "some of its bytes are no characters in "
              + text.encoding().label()
              + "; they are kept, and shown as \uFFFD");
    }
    return lost;
  }
}
