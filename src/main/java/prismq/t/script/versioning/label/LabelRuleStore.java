package prismq.t.script.versioning.label;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Grantee;

/** The SQL of the rules of labels. All methods work in the handle's transaction. */
final class LabelRuleStore {
  /** Those of a script, by the names of their labels. */
  List<LabelRule> list(Handle handle, String scriptId) {
    return handle
        .createQuery(
            """
            SELECT r.*, m.account_id, m.group_id FROM label_rules r
            JOIN scripts s ON s.id = r.script_id
            LEFT JOIN label_movers m ON m.script_id = r.script_id AND m.name = r.name
            WHERE s.script_id = :script ORDER BY r.name
            """)
        .bind("script", scriptId)
        .reduceRows(
            new LinkedHashMap<String, LabelRule>(),
            (rules, row) -> {
              String name = row.getColumn("name", String.class);
              LabelRule rule =
                  rules.computeIfAbsent(
                      name,
                      key ->
                          new LabelRule(
                              name,
                              LabelMovers.of(row.getColumn("movers", String.class)),
                              new HashSet<>(),
                              row.getColumn("approvals", Integer.class),
                              row.getColumn("threads_resolved", Boolean.class)));
              @Nullable Long account = row.getColumn("account_id", Long.class);
              @Nullable Long group = row.getColumn("group_id", Long.class);
              if (account != null) {
                rule.named().add(Grantee.account(account));
              }
              if (group != null) {
                rule.named().add(Grantee.group(group));
              }
              return rules;
            })
        .values()
        .stream()
        .toList();
  }

  Optional<LabelRule> find(Handle handle, String scriptId, String name) {
    return list(handle, scriptId).stream().filter(rule -> rule.name().equals(name)).findFirst();
  }

  /** Keeps a rule, in place of another one of the label. */
  void put(Handle handle, String scriptId, LabelRule rule) {
    delete(handle, scriptId, rule.name());
    handle
        .createUpdate(
            """
            INSERT INTO label_rules (script_id, name, movers, approvals, threads_resolved)
            VALUES ((SELECT id FROM scripts WHERE script_id = :script), :name, :movers, :approvals,
              :threads)
            """)
        .bind("script", scriptId)
        .bind("name", rule.name())
        .bind("movers", rule.movers().word())
        .bind("approvals", rule.approvals())
        .bind("threads", rule.needsThreadsResolved())
        .execute();
    for (Grantee grantee : rule.named()) {
      handle
          .createUpdate(
              """
              INSERT INTO label_movers (script_id, name, account_id, group_id)
              VALUES ((SELECT id FROM scripts WHERE script_id = :script), :name, :account, :group)
              """)
          .bind("script", scriptId)
          .bind("name", rule.name())
          .bind("account", grantee.isGroup() ? null : Long.valueOf(grantee.id()))
          .bind("group", grantee.isGroup() ? Long.valueOf(grantee.id()) : null)
          .execute();
    }
  }

  void delete(Handle handle, String scriptId, String name) {
    for (String table : List.of("label_movers", "label_rules")) {
      handle
          .createUpdate(
              """
              DELETE FROM <table> WHERE name = :name
                AND script_id = (SELECT id FROM scripts WHERE script_id = :script)
              """)
          .define("table", table)
          .bind("name", name)
          .bind("script", scriptId)
          .execute();
    }
  }
}
