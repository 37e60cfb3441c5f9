package prismq.t.script.versioning.group;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The SQL of groups. All methods work in the handle's transaction. */
final class GroupStore {
  /** All, by name. */
  List<AccountGroup> list(Handle handle) {
    return handle
        .createQuery(
            """
            SELECT g.id, g.name, m.account_id FROM account_groups g
            LEFT JOIN group_members m ON m.group_id = g.id
            ORDER BY lower(g.name), g.name
            """)
        .reduceRows(
            new LinkedHashMap<Long, AccountGroup>(),
            (groups, row) -> {
              long id = row.getColumn("id", Long.class);
              String name = row.getColumn("name", String.class);
              @Nullable Long member = row.getColumn("account_id", Long.class);
              AccountGroup group =
                  groups.computeIfAbsent(id, key -> new AccountGroup(id, name, new HashSet<>()));
              if (member != null) {
                group.members().add(member);
              }
              return groups;
            })
        .values()
        .stream()
        .toList();
  }

  Optional<AccountGroup> find(Handle handle, long id) {
    return list(handle).stream().filter(group -> group.id() == id).findFirst();
  }

  void insert(Handle handle, String name) {
    handle
        .createUpdate("INSERT INTO account_groups (name) VALUES (:name)")
        .bind("name", name)
        .execute();
  }

  void rename(Handle handle, long id, String name) {
    handle
        .createUpdate("UPDATE account_groups SET name = :name WHERE id = :group")
        .bind("name", name)
        .bind("group", id)
        .execute();
  }

  void add(Handle handle, long id, long accountId) {
    handle
        .createUpdate("INSERT INTO group_members (group_id, account_id) VALUES (:group, :account)")
        .bind("group", id)
        .bind("account", accountId)
        .execute();
  }

  void take(Handle handle, long id, long accountId) {
    handle
        .createUpdate("DELETE FROM group_members WHERE group_id = :group AND account_id = :account")
        .bind("group", id)
        .bind("account", accountId)
        .execute();
  }

  /** Deletes it with all rights that it was given. */
  void delete(Handle handle, long id) {
    for (String table :
        List.of("group_members", "script_group_rights", "project_group_rights", "label_movers")) {
      handle
          .createUpdate("DELETE FROM <table> WHERE group_id = :group")
          .define("table", table)
          .bind("group", id)
          .execute();
    }
    handle.createUpdate("DELETE FROM account_groups WHERE id = :group").bind("group", id).execute();
  }
}
