package prismq.t.script.versioning.transfer.prismq;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.transfer.imports.BatchSaver;
import prismq.t.script.versioning.transfer.imports.ImportContext;
import prismq.t.script.versioning.transfer.imports.ImportedTitle;
import prismq.t.script.versioning.transfer.imports.VersionDetails;

/**
 * Takes the texts of one history in the order of PrismQ's numbers, and saves those that are new.
 */
final class NumberedVersions {
  private final ImportContext context;
  private final String scriptId;
  private final PrismQKeys known;
  private final BatchSaver saver;
  private final Set<ByteBuffer> keysOfNumber = new HashSet<>();
  private @Nullable Integer previousNumber;

  /**
   * Saves to this script.
   *
   * @param title title of the script if it is new
   */
  NumberedVersions(ImportContext context, String scriptId, ImportedTitle title, PrismQKeys known) {
    this.context = context;
    this.scriptId = scriptId;
    this.known = known;
    this.saver = new BatchSaver(context, scriptId, title);
  }

  /**
   * Takes the next text.
   *
   * @param version makes what is saved if it is new
   * @param whenThere is run if an earlier import has saved it
   */
  void take(
      int number,
      ScriptText content,
      VersionDetails details,
      Supplier<NewVersion.Builder> version,
      Runnable whenThere) {
    byte[] key = known.key(number, content);
    boolean again = Integer.valueOf(number).equals(previousNumber);
    if (!again) {
      keysOfNumber.clear();
    }
    previousNumber = number;
    if (!keysOfNumber.add(ByteBuffer.wrap(key))) {
      details.leftOut(FilledMessage.of("remark.prismq.twice"));
      passed();
      return;
    }
    switch (known.standing(number, key)) {
      case NEW -> {
        if (again) {
          details.changed(FilledMessage.of("remark.prismq.same_number"));
        }
        saver.add(version.get().sourceKey(key).build());
      }
      case THERE -> {
        context.summary().alreadyThere(scriptId, 1);
        whenThere.run();
        passed();
      }
      case OTHER_TEXT -> {
        details.leftOut(FilledMessage.of("remark.prismq.other_text"));
        passed();
      }
      case TOO_OLD -> {
        details.leftOut(FilledMessage.of("remark.older"));
        passed();
      }
    }
  }

  /** A text was passed over. */
  void passed() {
    context.progress().done(1);
  }

  void finish() {
    saver.flush();
  }
}
