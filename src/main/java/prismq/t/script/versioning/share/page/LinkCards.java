package prismq.t.script.versioning.share.page;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.compare.Comparisons;
import prismq.t.script.versioning.compare.Comparisons.PreparedComparison;
import prismq.t.script.versioning.history.DamagedVersionException;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.share.ShareLink;
import prismq.t.script.versioning.share.SharedThing.SharedComparison;
import prismq.t.script.versioning.share.SharedThing.SharedVersion;

/** Makes the cards of links that were not opened yet. */
public final class LinkCards {
  private final VersionManager versionManager;
  private final Comparisons comparisons;

  /** Reads from the one and counts by the other. */
  public LinkCards(VersionManager versionManager, Comparisons comparisons) {
    this.versionManager = versionManager;
    this.comparisons = comparisons;
  }

  /**
   * What a card is made of.
   *
   * @param compared for a comparison; null for others
   * @param words of a version; null for others
   */
  private record CardRead(
      String title, @Nullable PreparedComparison compared, @Nullable Integer words) {
    String amount() {
      if (compared != null) {
        return LinkCard.amount(compared.result().diff().statistics());
      }
      return words == null ? LinkCard.amountOfReport() : LinkCard.amount(words);
    }
  }

  /** The card of a link; neutral where what it shows is gone or damaged. */
  LinkCard of(ShareLink link) {
    return read(link)
        .map(read -> LinkCard.of(link, read.title, read.amount()))
        .orElseGet(() -> LinkCard.neutral(link));
  }

  private Optional<CardRead> read(ShareLink link) {
    if (!LinkCard.isTitled(link)) {
      return Optional.empty();
    }
    try {
      return versionManager.view(link.scriptId(), view -> read(view, link));
    } catch (DamagedVersionException e) {
      return Optional.empty();
    }
  }

  private Optional<CardRead> read(ScriptView view, ShareLink link) {
    String title = view.script().title();
    if (link.thing() instanceof SharedComparison shared) {
      Optional<Version> from = shared.from().find(view);
      return from.flatMap(
          left ->
              shared
                  .to()
                  .find(view)
                  .map(right -> new CardRead(title, comparisons.read(view, left, right), null)));
    }
    if (link.thing() instanceof SharedVersion shared) {
      return shared.version().find(view).map(version -> new CardRead(title, null, version.words()));
    }
    return Optional.of(new CardRead(title, null, null));
  }
}
