package prismq.t.script.versioning.transfer.git.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.EncodingGuess;
import prismq.t.script.versioning.core.text.NotTextException;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.core.text.TextEncoding;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.OneLine;

/** Reads the texts of files out of a repository, one at a time. */
public final class BlobReader {
  /** As many bytes as git itself looks at to tell a text. */
  private static final int LOOKED_AT = 8_000;

  private final ObjectReader reader;
  private final int sizeLimit;

  /** The id git gives a text; the platform's SHA-1 is many times as fast as JGit's own. */
  private static ObjectId name(byte[] bytes) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      digest.update(("blob " + bytes.length + "\0").getBytes(StandardCharsets.US_ASCII));
      return ObjectId.fromRaw(digest.digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }

  /** Why a text is left out. */
  public static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    private final FilledMessage why;

    /** Creates it with the reason, as a clause of its own. */
    public Unreadable(FilledMessage why) {
      this.why = why;
    }

    /** The reason. */
    public FilledMessage message() {
      return why;
    }

    @Override
    public String getMessage() {
      return why.text();
    }
  }

  public BlobReader(ObjectReader reader, int sizeLimit) {
    this.reader = reader;
    this.sizeLimit = sizeLimit;
  }

  /**
   * The exact text.
   *
   * @param noted its encoding, as an export has noted it; null to have it guessed
   * @throws Unreadable if it cannot be a version
   */
  public ScriptText read(FileMode mode, ObjectId blob, @Nullable TextEncoding noted)
      throws Unreadable {
    checkMode(mode);
    try {
      // Before it is opened: a delta would be built in memory for that.
      if (reader.getObjectSize(blob, Constants.OBJ_BLOB) > sizeLimit) {
        throw new Unreadable(FilledMessage.of("remark.too_large", sizeLimit));
      }
      byte[] bytes = reader.open(blob, Constants.OBJ_BLOB).getBytes(sizeLimit);
      // JGit does not compare, and a damaged text must not be imported as a good one.
      if (!name(bytes).equals(blob)) {
        throw new Unreadable(FilledMessage.of("remark.damaged_text", blob.name()));
      }
      TextEncoding encoding =
          noted != null ? noted : EncodingGuess.ofText(bytes).orElseThrow(BlobReader::notText);
      return ScriptText.of(bytes, encoding);
    } catch (NotTextException e) {
      throw notText();
    } catch (IOException | LargeObjectException e) {
      throw new Unreadable(FilledMessage.of("remark.lacks_text", OneLine.of(e)));
    }
  }

  /**
   * Whether a file is worth following: its start is text, or unknown.
   *
   * @throws Unreadable if it is no text
   */
  void checkStart(FileMode mode, ObjectId blob) throws Unreadable {
    checkMode(mode);
    try (InputStream in = reader.open(blob, Constants.OBJ_BLOB).openStream()) {
      if (EncodingGuess.ofText(in.readNBytes(LOOKED_AT)).isEmpty()) {
        throw notText();
      }
    } catch (IOException | LargeObjectException e) {
      // Its other versions may be there; this one is named when its turn comes.
      return;
    }
  }

  private static Unreadable notText() {
    return new Unreadable(FilledMessage.of("remark.no_text"));
  }

  private static void checkMode(FileMode mode) throws Unreadable {
    if (mode.equals(FileMode.SYMLINK)) {
      throw new Unreadable(FilledMessage.of("remark.link"));
    }
    if (mode.equals(FileMode.GITLINK)) {
      throw new Unreadable(FilledMessage.of("remark.submodule"));
    }
  }
}
