package prismq.t.script.versioning.search.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.passage.BrokenPassagesException;
import prismq.t.script.versioning.core.passage.PassageCutter;
import prismq.t.script.versioning.core.passage.PassageHistory;
import prismq.t.script.versioning.core.passage.PassageNumbers;
import prismq.t.script.versioning.core.passage.PassageTexts;
import prismq.t.script.versioning.core.text.Pieces;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.core.text.Terms;
import prismq.t.script.versioning.history.HistoryCheck;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionNote;
import prismq.t.script.versioning.language.Messages;

/** Compares the index of one script with its versions. */
final class IndexCheck implements HistoryCheck.OfScript {
  private final IndexStore store = new IndexStore();
  private final Handle handle;
  private final long script;
  private final IndexedTerms indexed;
  private final PassageNumbers numbers = new PassageNumbers();
  private final List<String> problems = new ArrayList<>();
  private @Nullable PassageHistory history;

  /**
   * Reads the index of a script, which is given by its id, in the handle's transaction.
   *
   * @param indexed the terms of all rows as they were before
   */
  IndexCheck(Handle handle, IndexedTerms indexed, String scriptId, String title) {
    this.handle = handle;
    this.indexed = indexed;
    this.script = store.script(handle, scriptId);
    if (!store.isCurrent(handle) && !store.isEmpty(handle)) {
      return; // Nothing is broken: serving makes it anew, and nothing is to be compared till then.
    }
    try {
      PassageHistory read = store.history(handle, script);
      PassageTexts.forEach(read, this::check);
      this.history = read;
      if (store.indexed(handle, script).isPresent()) {
        checkTerms(RowId.note(script, 0), title, "verify.index.title");
      }
    } catch (BrokenPassagesException e) {
      problems.add(String.valueOf(e.getMessage()));
    }
  }

  private void check(int passage, String exact) {
    if (numbers.of(exact) != passage) {
      problems.add(Messages.text("verify.index.twice"));
    }
    String text = ScriptText.ofExact(exact).display();
    checkTerms(RowId.passage(script, passage), text, "verify.index.passage");
  }

  private void checkTerms(RowId row, String text, String key, Object... values) {
    List<String> terms = Terms.of(text).stream().map(Terms.Term::folded).distinct().toList();
    @Nullable Boolean found = terms.isEmpty() ? Boolean.TRUE : indexed.has(row, terms);
    if (found == null) {
      found = store.has(handle, row, all(terms));
    }
    if (!found) {
      problems.add(Messages.text(key, values));
    }
  }

  private static String all(List<String> terms) {
    return terms.stream().map(term -> '"' + term + '"').collect(Collectors.joining(" AND "));
  }

  @Override
  public void check(Version facts, @Nullable ScriptText text) {
    int version = facts.versionNumber();
    if (history == null) {
      return;
    }
    if (version > history.latest()) {
      problems.add(Messages.text("verify.index.lacks", version));
      history = null;
    } else if (text != null && !Arrays.equals(sequence(text), stored(history, version))) {
      problems.add(Messages.text("verify.index.text", version));
    } else if (text != null) {
      checkTerms(
          RowId.note(script, version), VersionNote.text(facts), "verify.index.version", version);
    }
  }

  private int[] sequence(ScriptText text) {
    Pieces passages = PassageCutter.cut(text);
    int[] sequence = new int[passages.size()];
    Arrays.setAll(sequence, i -> numbers.find(passages, i));
    return sequence;
  }

  private static int[] stored(PassageHistory history, int version) {
    try {
      return history.sequence(version);
    } catch (BrokenPassagesException e) {
      return new int[] {PassageNumbers.UNKNOWN};
    }
  }

  @Override
  public List<String> problems() {
    return problems.stream().distinct().limit(5).toList();
  }
}
