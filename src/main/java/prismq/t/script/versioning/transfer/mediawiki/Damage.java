package prismq.t.script.versioning.transfer.mediawiki;

import java.util.List;
import prismq.t.script.versioning.language.FilledMessage;

/**
 * What is wrong in the XML of a page or revision, as parts of sentences.
 *
 * @param losses with which it is not what the wiki had
 * @param repairs what was wrong and could be read all the same
 */
record Damage(List<FilledMessage> losses, List<FilledMessage> repairs) {
  Damage {
    losses = List.copyOf(losses);
    repairs = List.copyOf(repairs);
  }

  static Damage none() {
    return new Damage(List.of(), List.of());
  }
}
