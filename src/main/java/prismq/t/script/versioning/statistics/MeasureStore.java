package prismq.t.script.versioning.statistics;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The SQL of what was measured. All methods work in the handle's transaction. */
final class MeasureStore {
  /** What is kept of some chunks that were measured as this format. */
  Map<Integer, byte[]> find(
      Handle handle, String scriptId, String format, Collection<Integer> chunks) {
    Map<Integer, byte[]> found = new HashMap<>();
    handle
        .createQuery(
            """
            SELECT m.chunk, m.measures FROM script_measures m JOIN scripts s ON s.id = m.script_id
            WHERE s.script_id = :script AND m.format = :format
              AND m.chunk IN (SELECT value FROM json_each(:chunks))
            """)
        .bind("script", scriptId)
        .bind("format", format)
        .bind("chunks", chunks.toString())
        .map((row, context) -> Map.entry(row.getInt("chunk"), row.getBytes("measures")))
        .forEach(chunk -> found.put(chunk.getKey(), chunk.getValue()));
    return found;
  }

  /** Keeps a chunk, in place of the one there was. */
  void put(Handle handle, String scriptId, String format, int chunk, byte[] measures) {
    handle
        .createUpdate(
            """
            INSERT INTO script_measures (script_id, chunk, format, measures)
            SELECT id, :chunk, :format, :measures FROM scripts WHERE script_id = :script
            ON CONFLICT (script_id, chunk)
              DO UPDATE SET format = excluded.format, measures = excluded.measures
            """)
        .bind("script", scriptId)
        .bind("chunk", chunk)
        .bind("format", format)
        .bind("measures", measures)
        .execute();
  }
}
