package prismq.t.script.versioning.history;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.delta.BrokenDeltaException;
import prismq.t.script.versioning.core.delta.DeltaCodec;
import prismq.t.script.versioning.core.delta.SkipDelta;
import prismq.t.script.versioning.core.text.ContentHash;

/**
 * The contents of versions as they are stored: whole, or as a delta to another version. All methods
 * work in the handle's transaction.
 */
final class ContentStore {
  /** A delta that saves less than half is of unrelated texts, where a chain only costs time. */
  private static final int LEAST_SAVING = 2;

  /**
   * What is stored of a content.
   *
   * @param base the version the delta is taken against; null where the content is whole
   */
  record StoredContent(@Nullable Integer base, byte[] bytes) {}

  /** One version on the way from a version to the one that is stored whole. */
  private record Link(
      int versionNumber,
      int generation,
      int sizeBytes,
      ContentHash contentHash,
      @Nullable Integer base,
      byte[] bytes) {}

  /**
   * The exact bytes of a version, proved by their SHA-256.
   *
   * @throws DamagedVersionException where what is stored no longer gives them
   */
  byte[] read(Handle handle, ScriptRow script, int versionNumber) {
    List<Link> chain = chain(handle, script, versionNumber);
    return restored(script, chain, 0);
  }

  /** Restores the content of the link at a position; the chain ends with the whole one. */
  private static byte[] restored(ScriptRow script, List<Link> chain, int position) {
    int wanted = chain.get(position).versionNumber;
    byte[] content = new byte[0];
    for (int i = chain.size() - 1; i >= position; i--) {
      Link link = chain.get(i);
      try {
        content =
            link.base == null
                ? DeltaCodec.decompress(link.bytes, link.sizeBytes)
                : DeltaCodec.apply(content, link.bytes, link.sizeBytes);
      } catch (BrokenDeltaException e) {
        throw damaged(script, wanted, link.versionNumber, String.valueOf(e.getMessage()));
      }
    }
    if (!ContentHash.of(content).equals(chain.get(position).contentHash)) {
      throw firstMismatch(script, chain, wanted);
    }
    return content;
  }

  /** Finds which version of a chain is to blame that the content is not the one that was saved. */
  private static DamagedVersionException firstMismatch(
      ScriptRow script, List<Link> chain, int wanted) {
    byte[] content = new byte[0];
    for (int i = chain.size() - 1; i >= 0; i--) {
      Link link = chain.get(i);
      content =
          link.base == null
              ? DeltaCodec.decompress(link.bytes, link.sizeBytes)
              : DeltaCodec.apply(content, link.bytes, link.sizeBytes);
      if (!ContentHash.of(content).equals(link.contentHash)) {
        return damaged(script, wanted, link.versionNumber, "it gives another text than was saved");
      }
    }
    return damaged(script, wanted, wanted, "it gives another text than was saved");
  }

  private static DamagedVersionException damaged(
      ScriptRow script, int wanted, int broken, String what) {
    return new DamagedVersionException(script.script().scriptId(), wanted, broken, what);
  }

  private List<Link> chain(Handle handle, ScriptRow script, int versionNumber) {
    List<Link> chain =
        handle
            .createQuery(
                """
                WITH RECURSIVE chain (version_number, depth) AS (
                  SELECT :version, 0
                  UNION ALL
                  SELECT v.delta_base, chain.depth + 1 FROM chain
                  JOIN script_versions v
                    ON v.script_id = :script AND v.version_number = chain.version_number
                  WHERE v.delta_base IS NOT NULL AND chain.depth <= :longest)
                SELECT v.version_number, v.generation, v.size_bytes, v.content_hash, v.delta_base,
                  coalesce(v.content, v.delta_from_previous) AS stored
                FROM chain
                JOIN script_versions v
                  ON v.script_id = :script AND v.version_number = chain.version_number
                ORDER BY chain.depth
                """)
            .bind("script", script.id())
            .bind("version", versionNumber)
            .bind("longest", SkipDelta.LONGEST_CHAIN)
            .map(
                (row, context) ->
                    new Link(
                        row.getInt("version_number"),
                        row.getInt("generation"),
                        row.getInt("size_bytes"),
                        ContentHash.ofDigest(row.getBytes("content_hash")),
                        VersionStore.nullableInt(row, "delta_base"),
                        row.getBytes("stored")))
            .list();
    Link last = chain.get(chain.size() - 1);
    if (last.base != null) {
      throw damaged(
          script, versionNumber, last.versionNumber, "version " + last.base + " is missing");
    }
    return chain;
  }

  /**
   * The smallest way to store the content of a version whose first parent is given.
   *
   * @param parent null for the first version
   * @param generation of the new version
   */
  StoredContent encode(
      Handle handle,
      ScriptRow script,
      @Nullable Integer parent,
      int generation,
      byte[] content,
      ContentHash hash) {
    StoredContent whole = new StoredContent(null, DeltaCodec.compress(content));
    if (parent == null) {
      return whole;
    }
    try {
      Optional<Integer> same = oldestWithContent(handle, script, hash);
      List<Link> chain = chain(handle, script, same.orElse(parent));
      int position = same.isPresent() ? 0 : basePosition(chain, generation);
      if (chain.size() - position > SkipDelta.LONGEST_CHAIN) {
        return whole;
      }
      byte[] base = restored(script, chain, position);
      byte[] delta = DeltaCodec.delta(base, content);
      boolean worthwhile =
          same.isPresent()
              ? delta.length < whole.bytes.length
              : delta.length <= whole.bytes.length / LEAST_SAVING;
      return worthwhile ? new StoredContent(chain.get(position).versionNumber, delta) : whole;
    } catch (DamagedVersionException e) {
      // What was damaged before must not keep anybody from saving now.
      return whole;
    }
  }

  /** The link that the skip delta wants, or the nearest one above where the chain has it not. */
  private static int basePosition(List<Link> chain, int generation) {
    int wanted = SkipDelta.baseGeneration(generation);
    int best = 0;
    for (int i = 1; i < chain.size(); i++) {
      int candidate = chain.get(i).generation;
      if (candidate >= wanted && candidate < chain.get(best).generation) {
        best = i;
      }
    }
    return best;
  }

  private Optional<Integer> oldestWithContent(Handle handle, ScriptRow script, ContentHash hash) {
    return handle
        .createQuery(
            """
            SELECT version_number FROM script_versions
            WHERE script_id = :script
              AND substr(content_hash, 1, 4) = substr(:hash, 1, 4) AND content_hash = :hash
            ORDER BY version_number LIMIT 1
            """)
        .bind("script", script.id())
        .bind("hash", hash.bytes())
        .mapTo(Integer.class)
        .findOne();
  }

  /** What is stored of each version, oldest first. */
  List<StorageStatistics.StoredSize> sizes(Handle handle, ScriptRow script) {
    return handle
        .createQuery(
            """
            SELECT version_number, coalesce(delta_base, 0) AS base, size_bytes,
              length(coalesce(content, delta_from_previous)) AS stored_bytes
            FROM script_versions WHERE script_id = :script ORDER BY version_number
            """)
        .bind("script", script.id())
        .map(
            (row, context) ->
                new StorageStatistics.StoredSize(
                    row.getInt("version_number"),
                    row.getInt("base"),
                    row.getInt("size_bytes"),
                    row.getInt("stored_bytes")))
        .list();
  }
}
