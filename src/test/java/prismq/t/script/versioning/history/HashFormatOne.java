package prismq.t.script.versioning.history;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.ContentHash;
import prismq.t.script.versioning.db.Database;

/** Gives versions the hashes that releases before format 2 gave them. */
public final class HashFormatOne {
  private HashFormatOne() {}

  /** Makes a script one that such a release saved up to this version, and this one the rest of. */
  public static void upTo(int last, Database database, String scriptId) {
    database.write(
        handle -> {
          ScriptRow script = new ScriptStore().required(handle, scriptId);
          List<ContentHash> hashes = new ArrayList<>();
          for (RecordedVersion each :
              new VersionStore().recorded(handle, script, 1, Integer.MAX_VALUE)) {
            int number = each.version().versionNumber();
            RecordedVersion now =
                number > last ? each : new RecordedVersion(each.version(), each.sourceKey(), null);
            ContentHash hash =
                VersionHash.of(
                    now,
                    hash(hashes, each.version().parentVersion()),
                    hash(hashes, each.version().mergeParentVersion()));
            hashes.add(hash);
            handle.execute(
                "UPDATE script_versions SET version_hash = ?, salts = ?"
                    + " WHERE script_id = ? AND version_number = ?",
                hash.bytes(),
                now.salts(),
                script.id(),
                number);
          }
          return null;
        });
  }

  private static @Nullable ContentHash hash(List<ContentHash> hashes, @Nullable Integer version) {
    return version == null ? null : hashes.get(version - 1);
  }
}
