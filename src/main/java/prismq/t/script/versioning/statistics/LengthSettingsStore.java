package prismq.t.script.versioning.statistics;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.statistics.LengthTarget;
import prismq.t.script.versioning.core.statistics.ScoreDirection;

/** The SQL of targets and named scores. All methods work in the handle's transaction. */
final class LengthSettingsStore {
  /** The settings of a script; the preset ones where there is none. */
  LengthSettings find(Handle handle, String scriptId) {
    return handle
        .createQuery(
            """
            SELECT s.words_per_minute, l.target_seconds, l.tolerance_seconds,
              coalesce(l.warns, FALSE) AS warns
            FROM scripts s LEFT JOIN length_settings l ON l.script_id = s.id
            WHERE s.script_id = :script
            """)
        .bind("script", scriptId)
        .map(
            (row, context) -> {
              int seconds = row.getInt("target_seconds");
              @Nullable LengthTarget target =
                  row.wasNull() ? null : new LengthTarget(seconds, row.getInt("tolerance_seconds"));
              return new LengthSettings(
                  row.getInt("words_per_minute"),
                  target,
                  scores(handle, scriptId),
                  row.getBoolean("warns"));
            })
        .findOne()
        .orElse(LengthSettings.PRESET);
  }

  private static List<NamedScore> scores(Handle handle, String scriptId) {
    return handle
        .createQuery(
            """
            SELECT n.name, n.direction, n.target FROM named_scores n
            JOIN scripts s ON s.id = n.script_id
            WHERE s.script_id = :script ORDER BY n.place
            """)
        .bind("script", scriptId)
        .map(
            (row, context) -> {
              double target = row.getDouble("target");
              boolean hasTarget = !row.wasNull();
              return new NamedScore(
                  row.getString("name"),
                  ScoreDirection.named(row.getString("direction")).orElse(ScoreDirection.HIGHER),
                  hasTarget ? Double.valueOf(target) : null);
            })
        .list();
  }

  /** Keeps all but the words a minute, which the script itself has. */
  void put(Handle handle, String scriptId, LengthSettings settings) {
    @Nullable LengthTarget target = settings.target();
    handle
        .createUpdate(
            """
            INSERT INTO length_settings (script_id, target_seconds, tolerance_seconds, warns)
            SELECT id, :seconds, :tolerance, :warns FROM scripts WHERE script_id = :script
            ON CONFLICT (script_id) DO UPDATE SET target_seconds = excluded.target_seconds,
              tolerance_seconds = excluded.tolerance_seconds, warns = excluded.warns
            """)
        .bind("seconds", target == null ? null : target.seconds())
        .bind("tolerance", target == null ? 0 : target.tolerance())
        .bind("warns", settings.warns())
        .bind("script", scriptId)
        .execute();
    handle
        .createUpdate(
            """
            DELETE FROM named_scores
            WHERE script_id = (SELECT id FROM scripts WHERE script_id = :script)
            """)
        .bind("script", scriptId)
        .execute();
    int place = 0;
    for (NamedScore score : settings.scores()) {
      handle
          .createUpdate(
              """
              INSERT INTO named_scores (script_id, place, name, direction, target)
              SELECT id, :place, :name, :direction, :target FROM scripts WHERE script_id = :script
              """)
          .bind("place", ++place)
          .bind("name", score.name())
          .bind("direction", score.direction().word())
          .bind("target", score.target())
          .bind("script", scriptId)
          .execute();
    }
  }
}
