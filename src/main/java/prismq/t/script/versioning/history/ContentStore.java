package prismq.t.script.versioning.history;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.delta.BrokenDeltaException;
import prismq.t.script.versioning.core.delta.DeltaCodec;
import prismq.t.script.versioning.core.delta.DeltaReader;
import prismq.t.script.versioning.core.delta.SkipDelta;
import prismq.t.script.versioning.core.text.ContentHash;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.language.FilledMessage;

/**
 * The contents of versions as they are stored: whole, or as a delta to another version. All methods
 * work in the handle's transaction.
 */
final class ContentStore {
  /** Above this share of the whole a delta is of unrelated texts, where a chain only costs time. */
  private static final double MAX_SHARE_OF_WHOLE = 0.8;

  /** Hardly any text shrinks to a thirtieth on its own, so a delta as small needs no comparison. */
  private static final int SURELY_SMALLER = 30;

  /**
   * What is stored of a content.
   *
   * @param base the base of the delta; null if the content is stored whole
   */
  record StoredContent(@Nullable Integer base, byte[] bytes) {}

  /** One version in the chain from a version to the one stored whole. */
  record Link(
      int versionNumber,
      int generation,
      int sizeBytes,
      ContentHash contentHash,
      @Nullable Integer base,
      byte[] bytes,
      Metadata metadata) {}

  private static final RowMapper<Link> LINK =
      (row, context) ->
          new Link(
              row.getInt("version_number"),
              row.getInt("generation"),
              row.getInt("size_bytes"),
              ContentHash.ofDigest(row.getBytes("content_hash")),
              VersionStore.nullableInt(row, "delta_base"),
              row.getBytes("stored"),
              Metadata.stored(row.getString("metadata")));

  /**
   * The text of a version with its exact bytes, proved by their SHA-256.
   *
   * @throws NotFoundException if there never was such a version
   * @throws DamagedVersionException if what is stored no longer gives them
   */
  ScriptText read(Handle handle, ScriptRow script, int versionNumber) {
    List<Link> chain = chain(handle, script, versionNumber);
    return ScriptText.of(proved(script, chain, 0).content(), chain.get(0).metadata.textEncoding());
  }

  /**
   * A version to save the next one on, read once for all uses.
   *
   * @param content of the version
   * @param base the best base for the next version's delta
   * @param baseContent of that link
   * @param chainLength number of deltas a version based on it is read through
   */
  record DeltaParent(byte[] content, Link base, byte[] baseContent, int chainLength) {}

  /**
   * Reads a version to save the next one on it.
   *
   * @param generation of the next one
   * @throws DamagedVersionException if what is stored no longer gives its content
   */
  DeltaParent parent(Handle handle, ScriptRow script, int versionNumber, int generation) {
    return parent(handle, script, versionNumber, generation, null);
  }

  /**
   * The same, where the content may have been read before: it counts where its SHA-256 is the one
   * that was saved, and where the next version's delta is taken against it.
   */
  DeltaParent parent(
      Handle handle,
      ScriptRow script,
      int versionNumber,
      int generation,
      @Nullable ScriptText read) {
    List<Link> chain = chain(handle, script, versionNumber);
    int position = basePosition(chain, generation);
    Link link = chain.get(0);
    return read != null && position == 0 && read.hash().equals(link.contentHash)
        ? new DeltaParent(read.bytes(), link, read.bytes(), chain.size())
        : proved(script, chain, position);
  }

  /**
   * Reads a version as the base of the next delta.
   *
   * @param known gives an already read version by its number, or null
   * @throws DamagedVersionException if what is stored no longer gives its content
   */
  DeltaParent parent(
      Handle handle,
      ScriptRow script,
      int versionNumber,
      DeltaReader reader,
      Function<Integer, @Nullable DeltaParent> known) {
    Optional<Link> stored = link(handle, script, versionNumber);
    if (stored.isPresent()) {
      Link link = stored.get();
      @Nullable DeltaParent base = link.base == null ? null : known.apply(link.base);
      if ((link.base == null || base != null) && restore(reader, link, base)) {
        byte[] content = reader.content();
        if (ContentHash.of(content).equals(link.contentHash)) {
          return new DeltaParent(content, link, content, base == null ? 1 : base.chainLength + 1);
        }
      }
    }
    // By its whole chain, which also shows the damaged link where there is one.
    return proved(script, chain(handle, script, versionNumber), 0);
  }

  /**
   * Reads a version as the base of the next delta, from the base that its own was taken against.
   *
   * @param before what was read to save it, in the same transaction
   * @throws DamagedVersionException if what is stored does not give its content
   */
  DeltaParent parent(Handle handle, ScriptRow script, int versionNumber, DeltaParent before) {
    DeltaParent base =
        new DeltaParent(before.baseContent, before.base, before.baseContent, before.chainLength);
    try (DeltaReader reader = new DeltaReader()) {
      return parent(
          handle,
          script,
          versionNumber,
          reader,
          number -> number == before.base.versionNumber ? base : null);
    }
  }

  private static boolean restore(DeltaReader reader, Link link, @Nullable DeltaParent base) {
    try {
      if (base == null) {
        reader.decompress(link.bytes, link.sizeBytes);
      } else {
        reader.apply(base.content, link.bytes, link.sizeBytes);
      }
      return true;
    } catch (BrokenDeltaException e) {
      return false;
    }
  }

  private static Optional<Link> link(Handle handle, ScriptRow script, int versionNumber) {
    return handle
        .createQuery(
            """
            SELECT version_number, generation, size_bytes, content_hash, delta_base, metadata,
              coalesce(content, delta_from_previous) AS stored
            FROM script_versions WHERE script_id = :script AND version_number = :version
            """)
        .bind("script", script.id())
        .bind("version", versionNumber)
        .map(LINK)
        .findOne();
  }

  /** Restores the first link of a chain, and with it the one at a position. */
  private static DeltaParent proved(ScriptRow script, List<Link> chain, int position) {
    byte[] baseContent;
    byte[] content;
    try (DeltaReader reader = new DeltaReader()) {
      for (int i = chain.size() - 1; i >= position; i--) {
        restore(reader, script, chain, i);
      }
      baseContent = reader.content();
      for (int i = position - 1; i >= 0; i--) {
        restore(reader, script, chain, i);
      }
      content = position == 0 ? baseContent : reader.content();
    }
    if (!ContentHash.of(content).equals(chain.get(0).contentHash)) {
      throw firstMismatch(script, chain);
    }
    return new DeltaParent(content, chain.get(position), baseContent, chain.size() - position);
  }

  /** Moves the reader to a link of a chain from the one below. */
  private static void restore(
      DeltaReader reader, ScriptRow script, List<Link> chain, int position) {
    Link link = chain.get(position);
    try {
      if (link.base == null) {
        reader.decompress(link.bytes, link.sizeBytes);
      } else {
        reader.apply(link.bytes, link.sizeBytes);
      }
    } catch (BrokenDeltaException e) {
      int wanted = chain.get(0).versionNumber;
      throw damaged(script, wanted, link.versionNumber, e.message());
    }
  }

  /** Finds the damaged version of a chain. */
  private static DamagedVersionException firstMismatch(ScriptRow script, List<Link> chain) {
    int wanted = chain.get(0).versionNumber;
    int broken = wanted;
    try (DeltaReader reader = new DeltaReader()) {
      for (int i = chain.size() - 1; i >= 0 && broken == wanted; i--) {
        restore(reader, script, chain, i);
        if (!ContentHash.of(reader.content()).equals(chain.get(i).contentHash)) {
          broken = chain.get(i).versionNumber;
        }
      }
    }
    return damaged(script, wanted, broken, FilledMessage.of("history.damage.text"));
  }

  private static DamagedVersionException damaged(
      ScriptRow script, int wanted, int broken, FilledMessage what) {
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
                  v.metadata, coalesce(v.content, v.delta_from_previous) AS stored
                FROM chain
                JOIN script_versions v
                  ON v.script_id = :script AND v.version_number = chain.version_number
                ORDER BY chain.depth
                """)
            .bind("script", script.id())
            .bind("version", versionNumber)
            .bind("longest", SkipDelta.MAX_CHAIN_LENGTH)
            .map(LINK)
            .list();
    if (chain.isEmpty()) {
      throw VersionStore.missing(script.script(), versionNumber);
    }
    Link last = chain.get(chain.size() - 1);
    if (last.base != null) {
      throw damaged(
          script,
          versionNumber,
          last.versionNumber,
          FilledMessage.of("history.damage.base", last.base));
    }
    return chain;
  }

  /**
   * The smallest way to store the content of a version whose first parent is given.
   *
   * @param parent null for the first version, and where the parent is damaged: existing damage must
   *     not prevent saving
   */
  StoredContent encode(
      Handle handle,
      ScriptRow script,
      @Nullable DeltaParent parent,
      byte[] content,
      ContentHash hash) {
    Optional<Integer> same = oldestWithContent(handle, script, hash);
    if (same.isPresent()) {
      Optional<StoredContent> reference = reference(handle, script, same.get(), content);
      if (reference.isPresent()) {
        return reference.get();
      }
    }
    if (parent == null) {
      return new StoredContent(null, DeltaCodec.compress(content));
    }
    byte[] delta = DeltaCodec.delta(parent.baseContent, content);
    StoredContent asDelta = new StoredContent(parent.base.versionNumber, delta);
    boolean tooLong = parent.chainLength > SkipDelta.MAX_CHAIN_LENGTH;
    if (!tooLong && delta.length <= content.length / SURELY_SMALLER) {
      return asDelta;
    }
    byte[] whole = DeltaCodec.compress(content);
    return tooLong || delta.length > whole.length * MAX_SHARE_OF_WHOLE
        ? new StoredContent(null, whole)
        : asDelta;
  }

  /** A delta of a few bytes to equal content; empty if that is damaged or deep in a chain. */
  private Optional<StoredContent> reference(
      Handle handle, ScriptRow script, int same, byte[] content) {
    try {
      List<Link> chain = chain(handle, script, same);
      byte[] delta = DeltaCodec.delta(proved(script, chain, 0).content, content);
      return chain.size() > SkipDelta.MAX_CHAIN_LENGTH || delta.length >= content.length
          ? Optional.empty()
          : Optional.of(new StoredContent(same, delta));
    } catch (DamagedVersionException e) {
      return Optional.empty();
    }
  }

  /** The base that the skip delta asks for, or the nearest later one where the chain lacks it. */
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
    // The plus keeps SQLite from scanning all versions in order instead.
    return handle
        .createQuery(
            """
            SELECT version_number FROM script_versions
            WHERE script_id = :script
              AND substr(content_hash, 1, 4) = substr(:hash, 1, 4) AND content_hash = :hash
            ORDER BY +version_number LIMIT 1
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
