package prismq.t.script.versioning.revision;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import prismq.t.script.versioning.core.revision.LabelScheme;

/** The SQL of revisions. All methods work in the handle's transaction. */
final class RevisionStore {
  private static final String SCRIPT = "(SELECT id FROM scripts WHERE script_id = :script)";

  Optional<RevisionPlan> find(Handle handle, String scriptId) {
    List<String> labels =
        handle
            .createQuery(
                """
                SELECT label FROM revision_labels WHERE script_id = <script> ORDER BY place
                """)
            .define("script", SCRIPT)
            .bind("script", scriptId)
            .mapTo(String.class)
            .list();
    return handle
        .createQuery(
            """
            SELECT colors, scheme, locked_from, numbers_scenes FROM revision_plans
            WHERE script_id = <script>
            """)
        .define("script", SCRIPT)
        .bind("script", scriptId)
        .map(
            (row, context) ->
                new RevisionPlan(
                    labels,
                    List.of(row.getString("colors").split("\n", -1)),
                    LabelScheme.named(row.getString("scheme")).orElse(LabelScheme.LETTER),
                    row.getString("locked_from"),
                    row.getBoolean("numbers_scenes")))
        .findOne();
  }

  /** Keeps a plan, in place of the one that there was. */
  void put(Handle handle, String scriptId, RevisionPlan plan) {
    handle
        .createUpdate("DELETE FROM revision_labels WHERE script_id = <script>")
        .define("script", SCRIPT)
        .bind("script", scriptId)
        .execute();
    handle
        .createUpdate("DELETE FROM revision_plans WHERE script_id = <script>")
        .define("script", SCRIPT)
        .bind("script", scriptId)
        .execute();
    handle
        .createUpdate(
            """
            INSERT INTO revision_plans (script_id, colors, scheme, locked_from, numbers_scenes)
            VALUES (<script>, :colors, :scheme, :locked, :numbers)
            """)
        .define("script", SCRIPT)
        .bind("script", scriptId)
        .bind("colors", String.join("\n", plan.colors()))
        .bind("scheme", plan.scheme().word())
        .bind("locked", plan.lockedFrom())
        .bind("numbers", plan.numbersScenes())
        .execute();
    for (int i = 0; i < plan.labels().size(); i++) {
      handle
          .createUpdate(
              """
              INSERT INTO revision_labels (script_id, place, label)
              VALUES (<script>, :place, :label)
              """)
          .define("script", SCRIPT)
          .bind("script", scriptId)
          .bind("place", i)
          .bind("label", plan.labels().get(i))
          .execute();
    }
  }
}
