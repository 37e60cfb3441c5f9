package prismq.t.script.versioning.transfer.git.format;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.history.Metadata;

/**
 * What a commit cannot say of the version it was made of: a JSON object in the notes of the
 * repository, as {@code git log --notes=script-versioning} shows it. Only what is not in the commit
 * is there.
 *
 * @param file the file of the script at this commit; what the note is about
 * @param scriptId null if it is the file's name
 * @param title of the script; null if it is said elsewhere
 * @param isStart whether the file was made of no other one, however alike they are
 * @param version null if it all follows from the commits alone
 * @param restoredFrom the version whose content a rollback restored, else null
 * @param createdAt with milliseconds; null if the commit has it
 * @param author null if the commit has it
 * @param changeDescription null if the commit has it
 */
public record CommitNote(
    String file,
    @Nullable String scriptId,
    @Nullable String title,
    boolean isStart,
    @Nullable NotedVersion version,
    @Nullable Integer restoredFrom,
    @Nullable Instant createdAt,
    @Nullable Author author,
    @Nullable String changeDescription,
    Metadata metadata) {
  /** Where the notes are. */
  public static final String REF = Constants.R_NOTES + "script-versioning";

  /** More than any note that is written. */
  public static final int MAX_LENGTH = 1024 * 1024;

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  /**
   * Where the version stood in its script.
   *
   * @param branchArchived whether its branch was archived
   */
  public record NotedVersion(
      int versionNumber, int branchNumber, String branch, boolean branchArchived) {}

  /** Whether it says nothing. */
  public boolean isEmpty() {
    return equals(new CommitNote(file, null, null, false, null, null, null, null, null, metadata))
        && metadata.json() == null;
  }

  /** The note as bytes. */
  public byte[] json() {
    ObjectNode json = JSON.createObjectNode();
    json.put("file", file);
    put(json, "script_id", scriptId);
    put(json, "title", title);
    if (isStart) {
      json.put("new_file", true);
    }
    if (version != null) {
      json.put("version_number", version.versionNumber);
      json.put("branch", version.branch);
      json.put("branch_number", version.branchNumber);
      if (version.branchArchived) {
        json.put("branch_archived", true);
      }
    }
    if (restoredFrom != null) {
      json.put("restored_from", restoredFrom);
    }
    put(json, "created_at", createdAt == null ? null : createdAt.toString());
    if (author != null) {
      json.put("author", author.name());
      json.put("email", author.email());
    }
    put(json, "change_description", changeDescription);
    if (metadata.json() != null) {
      json.putRawValue("metadata", new RawValue(metadata.json()));
    }
    return (json.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static void put(ObjectNode json, String key, @Nullable String value) {
    if (value != null) {
      json.put(key, value);
    }
  }

  /** The note that {@link #json} wrote; empty if it is another's, or broken. */
  public static Optional<CommitNote> read(byte[] bytes) {
    try {
      Map<String, Object> json =
          JSON.readValue(bytes, new TypeReference<LinkedHashMap<String, Object>>() {});
      @Nullable String file = text(json, "file");
      if (file == null) {
        return Optional.empty();
      }
      @Nullable String createdAt = text(json, "created_at");
      @Nullable String name = text(json, "author");
      @Nullable String email = text(json, "email");
      return Optional.of(
          new CommitNote(
              file,
              text(json, "script_id"),
              text(json, "title"),
              Boolean.TRUE.equals(json.get("new_file")),
              version(json),
              number(json, "restored_from"),
              createdAt == null ? null : Instant.parse(createdAt),
              name == null ? null : new Author(name, email == null ? "" : email),
              text(json, "change_description"),
              metadata(json)));
    } catch (IOException | InvalidInputException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static @Nullable NotedVersion version(Map<String, Object> json) {
    @Nullable Integer version = number(json, "version_number");
    @Nullable Integer branchNumber = number(json, "branch_number");
    @Nullable String branch = text(json, "branch");
    return version == null || branchNumber == null || branch == null
        ? null
        : new NotedVersion(
            version,
            branchNumber,
            Branch.checkedName(branch),
            Boolean.TRUE.equals(json.get("branch_archived")));
  }

  private static Metadata metadata(Map<String, Object> json) {
    if (!(json.get("metadata") instanceof Map<?, ?> metadata)) {
      return Metadata.NONE;
    }
    Map<String, Object> values = new LinkedHashMap<>();
    metadata.forEach((key, value) -> values.put(String.valueOf(key), value));
    return Metadata.of(values);
  }

  private static @Nullable String text(Map<String, Object> json, String key) {
    return json.get(key) instanceof String text ? text : null;
  }

  private static @Nullable Integer number(Map<String, Object> json, String key) {
    return json.get(key) instanceof Integer number && number > 0 ? number : null;
  }
}
