package prismq.t.script.versioning.share.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import prismq.t.script.versioning.command.CommandException;
import prismq.t.script.versioning.command.DataCommand;
import prismq.t.script.versioning.command.DataOption;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.share.ShareLink;

/** Takes a share link back. */
@Command(name = "revoke", description = "Revokes a share link: its very next request is refused.")
final class ShareRevokeCommand extends DataCommand {
  @Parameters(paramLabel = "ID", description = "Its id, as printed by: share list.")
  private String shareLinkId = "";

  @Override
  protected void run() {
    try (Database database = data().openExisting()) {
      DataOption.requireWritable(database);
      ShareWork work = ShareWork.on(database);
      ShareLink link = found(work);
      work.links().revoke(link);
      String told = "The link to " + link.scriptId() + ", " + link.thing().words() + ", ";
      out().println(told + (link.revokedAt() == null ? "is revoked." : "was revoked before."));
    }
  }

  private ShareLink found(ShareWork work) {
    try {
      return work.links().link(shareLinkId);
    } catch (Problem e) {
      throw new CommandException("There is no share link of this id. See: share list", e);
    }
  }
}
