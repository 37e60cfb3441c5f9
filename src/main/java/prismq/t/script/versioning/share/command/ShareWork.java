package prismq.t.script.versioning.share.command;

import java.time.Clock;
import prismq.t.script.versioning.access.ScriptRights;
import prismq.t.script.versioning.account.Accounts;
import prismq.t.script.versioning.account.Links;
import prismq.t.script.versioning.audit.AuditLog;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.group.Groups;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.index.IndexWriter;
import prismq.t.script.versioning.share.ShareLinks;

/** What commands on share links work with. */
record ShareWork(
    VersionManager versions,
    Accounts accounts,
    ScriptRights rights,
    ShareLinks links,
    Clock clock) {
  static ShareWork on(Database database) {
    Clock clock = Clock.systemUTC();
    VersionManager versions = new VersionManager(database, new IndexWriter());
    Accounts accounts = new Accounts(database, new Links(database, clock), clock);
    AuditLog log = new AuditLog(database, clock);
    Groups groups = new Groups(database, log, accounts);
    ScriptRights rights = new ScriptRights(database, log, accounts, groups, versions.scriptLists());
    return new ShareWork(
        versions, accounts, rights, new ShareLinks(database, accounts, rights, clock), clock);
  }
}
