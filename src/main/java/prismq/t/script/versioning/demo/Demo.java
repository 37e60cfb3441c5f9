package prismq.t.script.versioning.demo;

import java.time.Instant;
import java.util.List;
import prismq.t.script.versioning.demo.DemoScript.BranchOff;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.BranchManager;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.RollbackHandler;
import prismq.t.script.versioning.history.RollbackHandler.Rollback;
import prismq.t.script.versioning.history.VersionManager;

/** Fills an empty database with two small scripts, so that every page has something to show. */
public final class Demo {
  private Demo() {}

  /**
   * Saves the two scripts with dates of the last three weeks.
   *
   * @return false if the database had scripts, so that nothing was done
   */
  public static boolean fill(
      VersionManager manager, BranchManager branches, RollbackHandler rollbackHandler) {
    if (manager.scriptCount() > 0) {
      return false;
    }
    Instant now = Instant.now();
    // The script that is saved last is the first in the list of scripts.
    save(manager, branches, DemoScripts.THE_LAST_KEEPER, now);
    restoreTheKitchen(rollbackHandler);
    save(manager, branches, DemoScripts.WHY_BRIDGES_HUM, now);
    return true;
  }

  private static void save(
      VersionManager manager, BranchManager branches, DemoScript script, Instant now) {
    List<DemoVersion> versions = script.versions();
    BranchOff branchOff = script.branchOff();
    manager.createScript(script.title(), newVersion(script, 1, now));
    for (int number = 2; number <= versions.size(); number++) {
      manager.save(newVersion(script, number, now));
      if (branchOff != null && branchOff.fromVersion() == number) {
        branches.create(script.scriptId(), branchOff.name(), number);
      }
    }
    script
        .labels()
        .forEach((name, number) -> manager.labelManager().give(script.scriptId(), name, number));
  }

  private static NewVersion newVersion(DemoScript script, int number, Instant now) {
    DemoVersion version = script.versions().get(number - 1);
    NewVersion.Builder builder =
        NewVersion.builder(
                script.scriptId(),
                script.content(number),
                version.author().author(),
                version.changeDescription())
            .branch(version.branch())
            .createdAt(now.minus(version.age()))
            .metadata(version.metadata());
    // A rollback through the handler is dated now and has no score; this one is of the past.
    Integer restoredFrom = version.restoredFrom();
    return restoredFrom == null ? builder.build() : builder.restoredFrom(restoredFrom).build();
  }

  /** The one version that is of today. */
  private static void restoreTheKitchen(RollbackHandler rollbackHandler) {
    rollbackHandler.rollback(
        new Rollback(
            DemoScripts.THE_LAST_KEEPER.scriptId(),
            5,
            Branch.MAIN,
            DemoAuthor.PRODUCER.author(),
            "Kitchen brought back from version 5 after the table read",
            7));
  }
}
