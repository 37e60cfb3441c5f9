package prismq.t.script.versioning.transfer.git.format;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.history.Label;

/**
 * A label as an annotated tag, in the exact form that {@code git fsck --strict} takes. Its message
 * is the name of the label; what else a tag has no place for stands in lines below.
 *
 * @param file the file of the script that the label belongs to
 */
public record LabelTag(String label, String file, Instant createdAt) {
  public static final String TAGGER = "Script Versioning";

  private static final String FILE = "File: ";
  private static final String CREATED_AT = "Created-At: ";

  /** The tag as bytes. */
  public byte[] bytes(String name, ObjectId commit) {
    // Git counts from 1970 on.
    long seconds = Math.max(0, createdAt.getEpochSecond());
    StringBuilder tag = new StringBuilder("object ").append(commit.name()).append('\n');
    tag.append("type ").append(Constants.TYPE_COMMIT).append('\n');
    tag.append("tag ").append(name).append('\n');
    tag.append("tagger ").append(TAGGER).append(" <> ").append(seconds).append(" +0000\n\n");
    tag.append(label).append("\n\n").append(FILE).append(file).append('\n');
    if (!createdAt.equals(Instant.ofEpochSecond(seconds))) {
      tag.append(CREATED_AT).append(createdAt).append('\n');
    }
    return tag.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The label of the message that {@link #bytes} wrote; empty if it is another's, or broken.
   *
   * @param tagged the time of the tag
   */
  public static Optional<LabelTag> read(String message, Instant tagged) {
    List<String> lines = List.of(message.split("\n"));
    if (lines.size() < 3 || !lines.get(1).isEmpty() || !lines.get(2).startsWith(FILE)) {
      return Optional.empty();
    }
    String label = lines.get(0);
    try {
      if (!Label.checkedName(label).equals(label)) {
        return Optional.empty();
      }
    } catch (InvalidInputException e) {
      return Optional.empty();
    }
    Instant createdAt = tagged;
    if (lines.size() > 3 && lines.get(3).startsWith(CREATED_AT)) {
      try {
        createdAt = Instant.parse(lines.get(3).substring(CREATED_AT.length()));
      } catch (DateTimeException e) {
        return Optional.empty();
      }
    }
    return Optional.of(new LabelTag(label, lines.get(2).substring(FILE.length()), createdAt));
  }
}
