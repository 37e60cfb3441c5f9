package prismq.t.script.versioning.transfer.prismq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.NotTextException;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.files.TemporaryFolder;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.history.Metadata;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.transfer.imports.ImportContext;
import prismq.t.script.versioning.transfer.imports.ImportException;
import prismq.t.script.versioning.transfer.imports.ImportSummary;
import prismq.t.script.versioning.transfer.imports.ImportedTitle;
import prismq.t.script.versioning.transfer.imports.ScriptIds;
import prismq.t.script.versioning.transfer.imports.TargetScript;
import prismq.t.script.versioning.transfer.imports.VersionDetails;

/** Makes the versions of one script of a review history in JSON. */
final class ReviewHistoryImport {
  /** Keys that have a place of their own in a version. */
  private static final Set<String> PLACED =
      Set.of("version_number", "script_text", "created_at", "created_by", "changes_from_previous");

  /** Keys of metadata that have a meaning here, which another program cannot intend. */
  private static final Set<String> OURS = Set.of("picked_from", "prismq_version");

  private static final int MAX_UNKNOWN_LENGTH = 4_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ImportContext context;

  ReviewHistoryImport(ImportContext context) {
    this.context = context;
  }

  /**
   * Imports what is new.
   *
   * @param wantedScript null to have it made of the file's name
   */
  void run(Path file, @Nullable String wantedScript) throws IOException {
    String name = String.valueOf(file.getFileName());
    String title = name.replaceFirst("(?i)\\.(json|jsonl|ndjson)$", "");
    String scriptId = wantedScript == null ? ScriptIds.from(title) : wantedScript;
    try (TemporaryFolder folder = new TemporaryFolder();
        ReviewHistory history =
            ReviewHistory.read(file, context.sizeLimit(), folder.path(), context.summary())) {
      if (history.size() == 0) {
        throw new ImportException(nothing(file));
      }
      PrismQKeys known = known(scriptId, history);
      context.progress().total(history.size());
      NumberedVersions saver =
          new NumberedVersions(context, scriptId, ImportedTitle.ofFile(title), known);
      for (int i = 0; i < history.size(); i++) {
        take(history.item(i), scriptId, saver);
      }
      saver.finish();
    }
  }

  private FilledMessage nothing(Path file) {
    return context.summary().leftOut().stream()
        .findFirst()
        .map(
            first ->
                FilledMessage.of("import.prismq.no_object_but", file, first.what(), first.why()))
        .orElseGet(() -> FilledMessage.of("import.prismq.no_object", file));
  }

  private PrismQKeys known(String scriptId, ReviewHistory history) throws IOException {
    TargetScript target = TargetScript.of(context, scriptId);
    PrismQKeys known = new PrismQKeys("review history", target.imported());
    if (!target.isFree() && !isSame(history, known)) {
      throw new ImportException(FilledMessage.of("import.occupied_choose", target.occupied()));
    }
    return known;
  }

  private static boolean isSame(ReviewHistory history, PrismQKeys known) throws IOException {
    for (int i = 0; i < history.size() && !known.isEmpty(); i++) {
      if (isThere(history.item(i), known)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isThere(ReviewHistory.HistoryItem item, PrismQKeys known) {
    JsonNode text = item.values().get("script_text");
    try {
      return text != null
          && text.isTextual()
          && known.versionNumber(known.key(item.number(), ScriptText.of(text.textValue()))) != null;
    } catch (NotTextException e) {
      return false;
    }
  }

  private void take(ReviewHistory.HistoryItem item, String scriptId, NumberedVersions saver) {
    VersionDetails details =
        new VersionDetails(context, scriptId, ImportSummary.place("version", item.number()));
    @Nullable ScriptText content = content(item.values(), details);
    if (content == null) {
      saver.passed();
      return;
    }
    saver.take(
        item.number(), content, details, () -> version(item, scriptId, content, details), () -> {});
  }

  private @Nullable ScriptText content(ObjectNode values, VersionDetails details) {
    JsonNode text = values.get("script_text");
    if (text == null || !text.isTextual()) {
      details.leftOut(FilledMessage.of("remark.prismq.not_text"));
      return null;
    }
    try {
      ScriptText content = ScriptText.of(text.textValue());
      if (content.sizeBytes() > context.sizeLimit()) {
        details.tooLarge();
        return null;
      }
      return content;
    } catch (NotTextException e) {
      details.leftOut(FilledMessage.of("remark.prismq.nul"));
      return null;
    }
  }

  private NewVersion.Builder version(
      ReviewHistory.HistoryItem item, String scriptId, ScriptText content, VersionDetails details) {
    ObjectNode values = item.values();
    String created = text(values, "created_at");
    String changes = text(values, "changes_from_previous");
    return NewVersion.builder(
            scriptId,
            content,
            details.author(text(values, "created_by"), "PrismQ"),
            details.changeDescription(
                changes.isBlank() ? Messages.text("import.prismq.made", item.number()) : changes))
        .createdAt(details.createdAt(PrismQTime.parse(created), created))
        .metadata(metadata(item, details));
  }

  /** A value as a line of text; empty if there is none. */
  private static String text(ObjectNode values, String key) {
    JsonNode value = values.get(key);
    if (value == null || value.isNull()) {
      return "";
    }
    if (value.isArray()) {
      List<String> elements = new ArrayList<>();
      value.forEach(
          element -> elements.add(element.isValueNode() ? element.asText() : element.toString()));
      return String.join("; ", elements);
    }
    return value.isValueNode() ? value.asText() : value.toString();
  }

  private Metadata metadata(ReviewHistory.HistoryItem item, VersionDetails details) {
    Map<String, Object> kept = new LinkedHashMap<>();
    kept.put("source", "import");
    kept.put("prismq_version", item.number());
    item.values()
        .properties()
        .forEach(
            entry -> {
              if (!PLACED.contains(entry.getKey()) && !entry.getValue().isNull()) {
                keep(kept, entry.getKey(), entry.getValue(), details);
              }
            });
    return details.metadata(kept);
  }

  private static void keep(
      Map<String, Object> kept, String key, JsonNode given, VersionDetails details) {
    boolean isKnown = key.equals("notes");
    if (!isKnown && given.toString().length() + key.length() > MAX_UNKNOWN_LENGTH) {
      details.changed(FilledMessage.of("remark.prismq.long_value", VersionDetails.inRemark(key)));
      return;
    }
    Object value = JSON.convertValue(given, Object.class);
    if (!OURS.contains(key) && isAllowed(key, value)) {
      kept.put(key, value);
    } else {
      details.changed(FilledMessage.of("remark.prismq.bad_value", VersionDetails.inRemark(key)));
      kept.put("prismq_" + key, value);
    }
  }

  private static boolean isAllowed(String key, Object value) {
    try {
      Metadata.of(Map.of(key, value instanceof String ? key.equals("source") ? value : "" : value));
      return true;
    } catch (InvalidInputException e) {
      return false;
    }
  }
}
