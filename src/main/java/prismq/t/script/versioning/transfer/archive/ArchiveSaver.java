package prismq.t.script.versioning.transfer.archive;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.RecordedScript;
import prismq.t.script.versioning.history.RecordedVersion;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.transfer.imports.ImportContext;

/** Saves what is new, or in a preview only counts it. */
final class ArchiveSaver implements ArchiveFile.RecordHandler, AutoCloseable {
  private final ImportContext context;
  private final TextReader texts;
  private final Map<String, ScriptPlan> plans;
  private @Nullable RecordedScript script;
  private ScriptPlan plan = ScriptPlan.NEW;
  private @Nullable RestoringSaver saver;

  ArchiveSaver(ImportContext context, TextReader texts, Map<String, ScriptPlan> plans) {
    this.context = context;
    this.texts = texts;
    this.plans = plans;
  }

  @Override
  public void script(RecordedScript next) {
    String scriptId = next.script().scriptId();
    int latest = next.script().latestVersion();
    script = next;
    plan = plans.getOrDefault(scriptId, ScriptPlan.NEW);
    if (plan.leftOut() != null) {
      context.summary().leftOut(scriptId, "", plan.leftOut());
      return;
    }
    context.summary().alreadyThere(scriptId, Math.min(plan.existingVersions(), latest));
    if (plan.existingVersions() > latest) {
      return;
    }
    if (!context.isPreview()) {
      saver = new RestoringSaver(context, next);
    }
  }

  @Override
  public void version(RecordedVersion version, PieceList pieces) throws IOException {
    if (plan.leftOut() != null) {
      return;
    }
    boolean isThere = version.version().versionNumber() <= plan.existingVersions();
    if (saver == null) {
      if (!isThere) {
        RestoringSaver.count(context, List.of(version));
      }
    } else if (isThere) {
      saver.pass(version);
    } else {
      saver.add(
          version, ScriptText.of(texts.read(pieces), version.version().metadata().textEncoding()));
    }
  }

  @Override
  public void end() {
    RecordedScript archived = Objects.requireNonNull(script);
    int latest = archived.script().latestVersion();
    if (plan.leftOut() != null) {
      return;
    }
    if (plan.existingVersions() > latest) {
      context.addLabels(archived.script().scriptId(), archived.labels());
      return;
    }
    boolean differs =
        plan.existing() != null && ScriptDifference.differs(plan.existing(), archived);
    if (saver != null) {
      saver.end(plan.existing() == null || differs);
      saver = null;
    }
    if (differs) {
      context
          .summary()
          .changed(archived.script().scriptId(), "", FilledMessage.of("remark.archive.changed"));
    }
    context.addLabels(archived.script().scriptId(), archived.labels());
    int before = plan.existing() == null ? 1 : plan.existing().branches().size();
    for (int made = before; made < archived.branches().size(); made++) {
      context.summary().branchAdded();
    }
  }

  @Override
  public void close() {
    if (saver != null) {
      saver.close();
    }
  }
}
