package prismq.t.script.versioning.transfer.git.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import prismq.t.script.versioning.problem.OneLine;
import prismq.t.script.versioning.transfer.imports.ImportException;
import prismq.t.script.versioning.transfer.imports.ImportSummary;

/** The files of one commit. */
public final class HeadFiles {
  private HeadFiles() {}

  /** Paths of its texts, in the order of the tree; what is no text goes into the summary. */
  public static List<String> texts(
      Repository repository, ObjectId head, BlobReader text, ImportSummary summary) {
    List<String> paths = new ArrayList<>();
    try (RevWalk commits = new RevWalk(repository);
        TreeWalk trees = new TreeWalk(repository)) {
      RevCommit commit = commits.parseCommit(head);
      trees.addTree(commit.getTree());
      trees.setRecursive(true);
      while (trees.next()) {
        try {
          text.checkStart(trees.getFileMode(0), trees.getObjectId(0));
          paths.add(trees.getPathString());
        } catch (BlobReader.Unreadable e) {
          summary.leftOut(trees.getPathString(), "", String.valueOf(e.getMessage()));
        }
      }
      return paths;
    } catch (IOException e) {
      throw new ImportException(
          "The files of HEAD ("
              + head.abbreviate(10).name()
              + ") cannot be listed: "
              + OneLine.of(e)
              + ". Say which file is meant to import what there is of its history.",
          e);
    }
  }
}
