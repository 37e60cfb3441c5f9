package prismq.t.script.versioning.audit.page;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.audit.AuditEntry;
import prismq.t.script.versioning.core.commitment.BrokenSaltsException;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.web.ServerNames;
import prismq.t.script.versioning.web.Urls;

/**
 * An entry as the page shows it.
 *
 * @param who who did it
 * @param what what was done, to be read after who did it
 * @param url where to see what it is about; null where there is no such page
 * @param where from where
 */
record AuditRow(
    long number,
    Instant at,
    String who,
    String what,
    String thing,
    @Nullable String scriptId,
    @Nullable Integer versionNumber,
    @Nullable String url,
    String where) {
  static AuditRow of(AuditEntry entry) {
    return new AuditRow(
        entry.number(),
        entry.at(),
        who(entry),
        entry.title(),
        entry.thing(),
        entry.scriptId(),
        entry.versionNumber(),
        url(entry.scriptId(), entry.versionNumber()),
        where(entry));
  }

  private static String who(AuditEntry entry) {
    if (!entry.actor().isEmpty()) {
      return entry.actor();
    }
    String here = Messages.text("audit.this_computer");
    return where(entry).equals(here) ? here : Messages.text("audit.somebody");
  }

  private static @Nullable String url(@Nullable String scriptId, @Nullable Integer version) {
    if (scriptId == null) {
      return null;
    }
    return version == null ? Urls.history(scriptId) : Urls.version(scriptId, version);
  }

  private static String where(AuditEntry entry) {
    @Nullable String address = entry.address();
    if (address != null) {
      return ServerNames.isLoopback(address) ? Messages.text("audit.this_computer") : address;
    }
    try {
      return entry.isAddressForgotten()
          ? Messages.text("audit.forgotten")
          : Messages.text("audit.this_computer");
    } catch (BrokenSaltsException e) {
      return Messages.text("audit.unknown");
    }
  }
}
