package prismq.t.script.versioning.access;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import prismq.t.script.versioning.history.ReadableScripts;
import prismq.t.script.versioning.token.TokenLimit;

/** The SQL of rights on scripts and projects. All methods work in the handle's transaction. */
final class ScriptRightStore {
  Optional<Long> number(Handle handle, String scriptId) {
    return handle
        .createQuery("SELECT id FROM scripts WHERE script_id = :script_id")
        .bind("script_id", scriptId)
        .mapTo(Long.class)
        .findOne();
  }

  boolean hasProject(Handle handle, long project) {
    return handle
        .createQuery("SELECT count(*) FROM projects WHERE id = :project")
        .bind("project", project)
        .mapTo(Boolean.class)
        .one();
  }

  /** What is said of an account, within this limit. */
  ScriptGrants grants(Handle handle, long accountId, TokenLimit limit) {
    ProjectGrants projects =
        new ProjectGrants(
            namedOnProjects(handle, accountId), hiddenProjects(handle, accountId), null);
    ScriptGrants all =
        ScriptGrants.of(named(handle, accountId), hidden(handle, accountId), projects);
    return limit.isNone() ? all : all.only(within(handle, limit), limit.projects());
  }

  /** The numbers of the scripts within a limit, by their ids. */
  private static Map<String, Long> within(Handle handle, TokenLimit limit) {
    return numbers(
        handle
            .createQuery(
                """
                SELECT script_id, id FROM scripts
                WHERE id IN (SELECT value FROM json_each(:scripts))
                  OR project_id IN (SELECT value FROM json_each(:projects))
                """)
            .bind("scripts", ReadableScripts.only(limit.scripts()).json())
            .bind("projects", ReadableScripts.only(limit.projects()).json()));
  }

  private static Map<String, Long> numbers(Query query) {
    return query.reduceRows(
        new HashMap<>(),
        (numbers, row) -> {
          numbers.put(row.getColumn("script_id", String.class), row.getColumn("id", Long.class));
          return numbers;
        });
  }

  /** The best right that an account is named with on each script; on its project, if on none. */
  private static Map<String, Right> named(Handle handle, long accountId) {
    Map<String, Right> named =
        best(
            handle
                .createQuery(
                    """
                    SELECT s.script_id AS thing, r.script_right FROM named_on_projects r
                    JOIN scripts s ON s.project_id = r.project_id
                    WHERE r.account_id = :account
                    """)
                .bind("account", accountId),
            String.class);
    named.putAll(
        best(
            handle
                .createQuery(
                    """
                    SELECT s.script_id AS thing, r.script_right FROM named_on_scripts r
                    JOIN scripts s ON s.id = r.script_id
                    WHERE r.account_id = :account
                    """)
                .bind("account", accountId),
            String.class));
    return named;
  }

  private static Map<Long, Right> namedOnProjects(Handle handle, long accountId) {
    return best(
        handle
            .createQuery(
                """
                SELECT project_id AS thing, script_right FROM named_on_projects
                WHERE account_id = :account
                """)
            .bind("account", accountId),
        Long.class);
  }

  /** The best of the rights on each thing. */
  private static <T> Map<T, Right> best(Query query, Class<T> kind) {
    return query.reduceRows(
        new HashMap<>(),
        (named, row) -> {
          Right right = Right.onScript(row.getColumn("script_right", String.class));
          named.merge(
              row.getColumn("thing", kind),
              right,
              (one, other) -> one.includes(other) ? one : other);
          return named;
        });
  }

  /**
   * Scripts that an account may not know of. Whom a project names knows of its scripts, unless a
   * script is restricted itself.
   */
  private static Map<String, Long> hidden(Handle handle, long accountId) {
    return numbers(
        handle
            .createQuery(
                """
                SELECT s.script_id, s.id FROM scripts s
                LEFT JOIN projects p ON p.id = s.project_id
                WHERE (s.restricted OR (p.restricted AND NOT EXISTS (
                    SELECT 1 FROM named_on_projects r
                    WHERE r.account_id = :account AND r.project_id = s.project_id)))
                  AND NOT EXISTS (
                    SELECT 1 FROM named_on_scripts r
                    WHERE r.account_id = :account AND r.script_id = s.id)
                """)
            .bind("account", accountId));
  }

  private static Set<Long> hiddenProjects(Handle handle, long accountId) {
    return Set.copyOf(
        handle
            .createQuery(
                """
                SELECT p.id FROM projects p
                WHERE p.restricted AND NOT EXISTS (
                  SELECT 1 FROM named_on_projects r
                  WHERE r.account_id = :account AND r.project_id = p.id)
                """)
            .bind("account", accountId)
            .mapTo(Long.class)
            .list());
  }

  /** Whether its project keeps a script to those who are named. */
  boolean isRestrictedByProject(Handle handle, String scriptId) {
    return handle
        .createQuery(
            """
            SELECT count(*) FROM scripts s JOIN projects p ON p.id = s.project_id
            WHERE s.script_id = :script_id AND p.restricted
            """)
        .bind("script_id", scriptId)
        .mapTo(Boolean.class)
        .one();
  }

  ScriptAudience audience(Handle handle, GuardedRow row) {
    boolean isRestricted =
        handle
            .createQuery("SELECT restricted FROM <table> WHERE id = :id")
            .define("table", row.table())
            .bind("id", row.id())
            .mapTo(Boolean.class)
            .one();
    Map<Grantee, Right> rights =
        handle
            .createQuery(
                """
                SELECT false AS is_group, account_id AS id, script_right FROM <kind>_rights
                WHERE <kind>_id = :id
                UNION ALL
                SELECT true, group_id, script_right FROM <kind>_group_rights
                WHERE <kind>_id = :id
                """)
            .define("kind", row.kind())
            .bind("id", row.id())
            .reduceRows(
                new HashMap<>(),
                (named, one) -> {
                  named.put(
                      new Grantee(
                          one.getColumn("is_group", Boolean.class),
                          one.getColumn("id", Long.class)),
                      Right.onScript(one.getColumn("script_right", String.class)));
                  return named;
                });
    return new ScriptAudience(isRestricted, rights);
  }

  /**
   * How many people may read each script that it or its project restricts because they are named,
   * by the scripts' ids.
   */
  Map<String, Integer> audienceSizes(Handle handle) {
    return handle
        .createQuery(
            """
            SELECT s.script_id, count(DISTINCT a.id) AS people FROM scripts s
            LEFT JOIN projects p ON p.id = s.project_id
            LEFT JOIN (
              SELECT script_id, account_id FROM named_on_scripts
              UNION
              SELECT c.id, r.account_id FROM named_on_projects r
              JOIN scripts c ON c.project_id = r.project_id AND NOT c.restricted
            ) r ON r.script_id = s.id
            LEFT JOIN accounts a ON a.id = r.account_id AND NOT a.is_disabled
            WHERE s.restricted OR p.restricted GROUP BY s.id
            """)
        .reduceRows(
            new HashMap<>(),
            (sizes, row) -> {
              sizes.put(
                  row.getColumn("script_id", String.class), row.getColumn("people", Integer.class));
              return sizes;
            });
  }

  void replace(Handle handle, GuardedRow row, ScriptAudience audience) {
    handle
        .createUpdate("UPDATE <table> SET restricted = :restricted WHERE id = :id")
        .define("table", row.table())
        .bind("restricted", audience.isRestricted())
        .bind("id", row.id())
        .execute();
    for (String rights : List.of("rights", "group_rights")) {
      handle
          .createUpdate("DELETE FROM <kind>_<rights> WHERE <kind>_id = :id")
          .define("kind", row.kind())
          .define("rights", rights)
          .bind("id", row.id())
          .execute();
    }
    audience.rights().forEach((grantee, right) -> insert(handle, row, grantee, right));
  }

  void insert(Handle handle, GuardedRow row, Grantee grantee, Right right) {
    handle
        .createUpdate(
            """
            INSERT INTO <kind>_<rights> (<grantee>, <kind>_id, script_right)
            VALUES (:grantee, :id, :right)
            """)
        .define("kind", row.kind())
        .define("rights", grantee.isGroup() ? "group_rights" : "rights")
        .define("grantee", grantee.isGroup() ? "group_id" : "account_id")
        .bind("grantee", grantee.id())
        .bind("id", row.id())
        .bind("right", right.word())
        .execute();
  }
}
