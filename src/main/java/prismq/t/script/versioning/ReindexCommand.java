package prismq.t.script.versioning;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import prismq.t.script.versioning.command.CommandException;
import prismq.t.script.versioning.command.DataOption;
import prismq.t.script.versioning.command.ProgressBar;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.Indexing;
import prismq.t.script.versioning.search.index.IndexState;
import prismq.t.script.versioning.search.index.IndexWriter;
import prismq.t.script.versioning.search.index.PassageIndex;

/** Makes the search index anew. */
@Command(
    name = "reindex",
    description =
        "Makes the search index anew from the versions, which stay as they are. The server may go"
            + " on serving; until it is done, search may miss something, and pages say so.")
final class ReindexCommand implements Callable<Integer> {
  @Mixin private DataOption data = new DataOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    IndexState state = rebuild();
    if (!state.isComplete()) {
      throw new CommandException(
          "Only "
              + state.indexed()
              + " of "
              + state.versions()
              + " versions could be indexed. Run verify to see which are damaged.");
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        "The search index is made anew: "
            + state.indexed()
            + (state.indexed() == 1 ? " version." : " versions."));
    out.flush();
    return 0;
  }

  private IndexState rebuild() {
    try (Database database = data.openExisting();
        ProgressBar progress = new ProgressBar(spec.commandLine().getErr());
        Indexing indexing =
            new Indexing(database, new VersionManager(database, new IndexWriter()))) {
      DataOption.requireWritable(database);
      PassageIndex index = new PassageIndex(database);
      progress.total(index.state().versions());
      indexing.rebuild(progress::done);
      return index.state();
    }
  }
}
