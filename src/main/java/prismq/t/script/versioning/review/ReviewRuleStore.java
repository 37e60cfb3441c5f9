package prismq.t.script.versioning.review;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The SQL of the rules of scripts. All methods work in the handle's transaction. */
final class ReviewRuleStore {
  /** The rule of a script; empty where nobody set one. */
  Optional<ReviewRule> find(Handle handle, String scriptId) {
    return handle
        .createQuery(
            """
            SELECT u.kind, u.approvals, u.roles FROM review_rules u
            JOIN scripts s ON s.id = u.script_id WHERE s.script_id = :script
            """)
        .bind("script", scriptId)
        .map((row, context) -> AskedReviewStore.rule(row, "kind", "approvals", "roles"))
        .findOne();
  }

  void put(Handle handle, String scriptId, ReviewRule rule) {
    handle
        .createUpdate(
            """
            INSERT INTO review_rules (script_id, kind, approvals, roles)
            VALUES ((SELECT id FROM scripts WHERE script_id = :script), :kind, :approvals, :roles)
            ON CONFLICT (script_id) DO UPDATE
              SET kind = excluded.kind, approvals = excluded.approvals, roles = excluded.roles
            """)
        .bind("script", scriptId)
        .bind("kind", rule.kind().word())
        .bind("approvals", rule.approvals())
        .bind("roles", String.join("\n", rule.roles()))
        .execute();
  }
}
