package prismq.t.script.versioning.transfer.folder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.EncodingGuess;
import prismq.t.script.versioning.core.text.NotTextException;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.core.text.SharedEncoding;
import prismq.t.script.versioning.core.text.TextEncoding;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.transfer.imports.VersionDetails;
import prismq.t.script.versioning.transfer.office.OfficeFormat;
import prismq.t.script.versioning.transfer.office.OfficeText;
import prismq.t.script.versioning.transfer.office.UnreadableDocumentException;

/**
 * Reads the drafts of one script as texts: the one place where their bytes become characters.
 * Drafts that do not tell their encoding are read in the one that all of them together have most
 * likely.
 */
final class DraftReader {
  private final SharedEncoding shared = new SharedEncoding();
  private final @Nullable TextEncoding chosen;
  private final int sizeLimit;

  /**
   * Reads in this encoding.
   *
   * @param chosen of texts that are neither marked nor UTF-8; null to have it guessed
   * @param sizeLimit longest text, in bytes
   */
  DraftReader(@Nullable TextEncoding chosen, int sizeLimit) {
    this.chosen = chosen;
    this.sizeLimit = sizeLimit;
  }

  /** Largest file whose text can be short enough: a document may have pictures in it. */
  int largestFile() {
    return Math.max(sizeLimit, OfficeFormat.MAX_BYTES);
  }

  /** Whether the files have to be shown before they are read, since an encoding is guessed. */
  boolean isGuessing() {
    return chosen == null;
  }

  /** Learns from a file, whatever its name is, how those that are read later are encoded. */
  void learn(byte[] bytes) {
    if (bytes.length <= sizeLimit && OfficeFormat.of(bytes).isEmpty()) {
      shared.learn(bytes);
    }
  }

  /** The text of a file, whatever its name is. */
  DraftText read(byte[] bytes) {
    return OfficeFormat.of(bytes)
        .map(format -> document(format, bytes))
        .orElseGet(() -> plain(bytes));
  }

  private DraftText document(OfficeFormat format, byte[] bytes) {
    if (!format.isRead()) {
      return new DraftText.UnreadDraft(format.said());
    }
    try {
      OfficeText read = format.read(bytes, sizeLimit);
      if (read.text().isBlank()) {
        return new DraftText.UnreadDraft(FilledMessage.of("office.no_text", format.title()));
      }
      ScriptText text = ScriptText.of(read.text());
      if (text.sizeBytes() > sizeLimit) {
        return new DraftText.UnreadDraft(VersionDetails.overLimit(sizeLimit));
      }
      List<FilledMessage> lost = new ArrayList<>(List.of(format.said()));
      lost.addAll(read.lost());
      return new DraftText.ReadDraft(text, List.of(), List.of(), lost);
    } catch (UnreadableDocumentException e) {
      return new DraftText.UnreadDraft(FilledMessage.of("office.but", format.title(), e.why()));
    } catch (NotTextException e) {
      return new DraftText.UnreadDraft(FilledMessage.of("office.but", format.title(), e.message()));
    }
  }

  private DraftText plain(byte[] bytes) {
    if (bytes.length > sizeLimit) {
      return new DraftText.UnreadDraft(VersionDetails.overLimit(sizeLimit));
    }
    Optional<TextEncoding> encoding =
        chosen == null ? shared.of(bytes) : EncodingGuess.ofText(bytes, chosen);
    if (encoding.isEmpty()) {
      return bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K'
          ? new DraftText.UnreadDraft(FilledMessage.of("remark.zip"))
          : notText();
    }
    try {
      ScriptText text = ScriptText.of(bytes, encoding.get());
      return plain(text);
    } catch (NotTextException e) {
      return notText();
    }
  }

  private DraftText plain(ScriptText text) {
    TextEncoding encoding = text.encoding();
    String label = encoding.label();
    List<FilledMessage> told =
        encoding.isUtf8()
            ? List.of()
            : EncodingGuess.isMarked(text.bytes())
                ? List.of(FilledMessage.of("remark.read_by_mark", label))
                : encoding.equals(chosen)
                    ? List.of(FilledMessage.of("remark.read_as_chosen", label))
                    : List.of();
    List<FilledMessage> guessed =
        encoding.isUtf8() || !told.isEmpty()
            ? List.of()
            : List.of(FilledMessage.of("remark.read_as", label));
    return new DraftText.ReadDraft(text, guessed, told, lost(text));
  }

  private static DraftText notText() {
    return new DraftText.UnreadDraft(FilledMessage.of("remark.no_text"));
  }

  private static List<FilledMessage> lost(ScriptText text) {
    List<FilledMessage> lost = new ArrayList<>();
    if (!text.exactlyDecoded()) {
      lost.add(FilledMessage.of("remark.no_characters", text.encoding().label()));
    }
    return lost;
  }
}
