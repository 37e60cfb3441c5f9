package prismq.t.script.versioning.transfer.folder;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.UnicodePathExtraField;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.EncodingGuess;
import prismq.t.script.versioning.core.text.TextEncoding;

/**
 * The names in a zip file. Each may be told in Unicode, by a flag or by a field beside it; the
 * others are in one encoding that the file does not tell.
 *
 * @param names in the order of the file's list
 * @param encoding of those that are not told in Unicode; null if they are all ASCII
 * @param isChosen whether somebody chose that encoding
 */
record ZipNames(List<String> names, @Nullable TextEncoding encoding, boolean isChosen) {
  ZipNames {
    names = List.copyOf(names);
  }

  /**
   * Reads the list.
   *
   * @param entries as they are read with a letter for each byte
   * @param chosen the encoding; null to have it guessed
   */
  static ZipNames of(List<ZipArchiveEntry> entries, @Nullable TextEncoding chosen) {
    ByteArrayOutputStream untold = new ByteArrayOutputStream();
    for (ZipArchiveEntry entry : entries) {
      if (isUntold(entry)) {
        untold.writeBytes(entry.getRawName());
        untold.write('\n');
      }
    }
    @Nullable TextEncoding encoding =
        untold.size() == 0
            ? null
            : chosen != null ? chosen : EncodingGuess.ofZipNames(untold.toByteArray());
    List<String> names = new ArrayList<>();
    for (ZipArchiveEntry entry : entries) {
      @Nullable String told = unicodeName(entry);
      names.add(
          told != null
              ? told
              : encoding != null && isUntold(entry)
                  ? new String(entry.getRawName(), encoding.charset())
                  : entry.getName());
    }
    return new ZipNames(names, encoding, chosen != null);
  }

  /** The name in the field beside it, where that was made for it; null if there is none. */
  private static @Nullable String unicodeName(ZipArchiveEntry entry) {
    if (!(entry.getExtraField(UnicodePathExtraField.UPATH_ID)
        instanceof UnicodePathExtraField field)) {
      return null;
    }
    CRC32 sum = new CRC32();
    sum.update(entry.getRawName());
    byte @Nullable [] name = field.getUnicodeName();
    return name == null || sum.getValue() != field.getNameCRC32()
        ? null
        : new String(name, StandardCharsets.UTF_8);
  }

  private static boolean isUntold(ZipArchiveEntry entry) {
    if (entry.getGeneralPurposeBit().usesUTF8ForNames() || unicodeName(entry) != null) {
      return false;
    }
    for (byte one : entry.getRawName()) {
      if (one < 0) {
        return true;
      }
    }
    return false;
  }
}
