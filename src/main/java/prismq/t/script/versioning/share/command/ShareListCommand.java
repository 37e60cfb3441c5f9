package prismq.t.script.versioning.share.command;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import prismq.t.script.versioning.command.DataCommand;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.share.ShareLink;
import prismq.t.script.versioning.share.ShareLinkChoice;

/** Prints which share links there are. */
@Command(
    name = "list",
    description = {
      "Prints each share link that was not revoked in a line: id, e-mail of who made it, script,",
      "what it shows, its state, in how many browsers it was opened, when one of them was used",
      "last, and when it ends."
    })
final class ShareListCommand extends DataCommand {
  private static final int LINKS_AT_ONCE = 500;

  @Option(names = "--script", paramLabel = "ID", description = "Only those of this script.")
  private @Nullable String script;

  @Override
  protected void run() {
    try (Database database = data().openExisting()) {
      ShareWork work = ShareWork.on(database);
      ShareLinkChoice choice = script == null ? ShareLinkChoice.ALL : ShareLinkChoice.of(script);
      int count = work.links().count(choice);
      for (int offset = 0; offset < count; offset += LINKS_AT_ONCE) {
        work.links().list(choice, LINKS_AT_ONCE, offset).stream()
            .filter(link -> link.revokedAt() == null)
            .forEach(link -> out().println(line(work, link)));
      }
    }
  }

  private static String line(ShareWork work, ShareLink link) {
    return String.join(
        "\t",
        link.shareLinkId(),
        work.accounts().account(link.makerId()).email(),
        link.scriptId(),
        link.thing().words(),
        work.links().state(link).word(),
        Integer.toString(link.openings()),
        time(link.usedAt()),
        time(link.terms().expiresAt()));
  }

  private static String time(@Nullable Instant time) {
    return time == null ? "never" : time.toString();
  }
}
