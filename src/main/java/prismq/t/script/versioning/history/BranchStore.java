package prismq.t.script.versioning.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** The SQL of branches. All methods work in the handle's transaction. */
final class BranchStore {
  private static final RowMapper<Branch> BRANCH =
      (row, context) -> {
        long archivedAt = row.getLong("archived_at");
        return new Branch(
            row.getString("name"),
            row.getInt("branch_number"),
            VersionStore.nullableInt(row, "head_version"),
            VersionStore.nullableInt(row, "origin_version"),
            Instant.ofEpochMilli(row.getLong("created_at")),
            row.getString("description"),
            archivedAt == 0 ? null : Instant.ofEpochMilli(archivedAt));
      };

  /** The branches in the order of their creation, archived ones included. */
  List<Branch> list(Handle handle, ScriptRow script) {
    return handle
        .createQuery("SELECT * FROM branches WHERE script_id = :script ORDER BY branch_number")
        .bind("script", script.id())
        .map(BRANCH)
        .list();
  }

  /** The branch that has or had the name. */
  Optional<Branch> find(Handle handle, ScriptRow script, String name) {
    return handle
        .createQuery(
            """
            SELECT * FROM branches b
            WHERE b.script_id = :script AND (b.name = :name OR b.branch_number = (
              SELECT f.branch_number FROM former_branch_names f
              WHERE f.script_id = :script AND f.name = :name))
            """)
        .bind("script", script.id())
        .bind("name", name)
        .map(BRANCH)
        .findOne();
  }

  /** The branch that has or had the name; else NotFoundException. */
  Branch required(Handle handle, ScriptRow script, String name) {
    return find(handle, script, name)
        .orElseThrow(
            () ->
                NotFoundException.branch(
                    script.script(),
                    name,
                    list(handle, script).stream().map(Branch::name).toList()));
  }

  void insert(
      Handle handle,
      ScriptRow script,
      int branchNumber,
      String name,
      String description,
      @Nullable Integer originVersion,
      Instant now) {
    handle
        .createUpdate(
            """
            INSERT INTO branches (
              script_id, branch_number, name, description, head_version, origin_version, created_at)
            VALUES (:script, :number, :name, :description, :origin, :origin, :now)
            """)
        .bind("script", script.id())
        .bind("number", branchNumber)
        .bind("name", name)
        .bind("description", description)
        .bind("origin", originVersion)
        .bind("now", now.toEpochMilli())
        .execute();
  }

  /** Renames it; its former name keeps leading to it. */
  void rename(Handle handle, ScriptRow script, Branch branch, String name) {
    handle
        .createUpdate("DELETE FROM former_branch_names WHERE script_id = :script AND name = :name")
        .bind("script", script.id())
        .bind("name", name)
        .execute();
    insertFormerName(handle, script, branch, branch.name());
    update(handle, script, branch, "name", name);
  }

  void describe(Handle handle, ScriptRow script, Branch branch, String description) {
    update(handle, script, branch, "description", description);
  }

  /** Archives it, or restores it where the time is null. */
  void archive(Handle handle, ScriptRow script, Branch branch, @Nullable Instant time) {
    update(handle, script, branch, "archived_at", time == null ? null : time.toEpochMilli());
  }

  void moveHead(Handle handle, ScriptRow script, int branchNumber, int versionNumber) {
    handle
        .createUpdate(
            """
            UPDATE branches SET head_version = :version
            WHERE script_id = :script AND branch_number = :branch
            """)
        .bind("version", versionNumber)
        .bind("script", script.id())
        .bind("branch", branchNumber)
        .execute();
  }

  /** The former names of branches, by branch number, in alphabetical order. */
  Map<Integer, List<String>> formerNames(Handle handle, ScriptRow script) {
    Map<Integer, List<String>> names = new HashMap<>();
    handle
        .createQuery(
            """
            SELECT branch_number, name FROM former_branch_names
            WHERE script_id = :script ORDER BY name
            """)
        .bind("script", script.id())
        .map((row, context) -> Map.entry(row.getInt("branch_number"), row.getString("name")))
        .forEach(
            name ->
                names
                    .computeIfAbsent(name.getKey(), number -> new ArrayList<>())
                    .add(name.getValue()));
    return names;
  }

  /** Deletes the former names of branches, and frees their present ones to be given again. */
  void clearNames(Handle handle, ScriptRow script) {
    handle
        .createUpdate("DELETE FROM former_branch_names WHERE script_id = :script")
        .bind("script", script.id())
        .execute();
    // Unique, because no name has a blank.
    handle
        .createUpdate(
            "UPDATE branches SET name = 'branch ' || branch_number WHERE script_id = :script")
        .bind("script", script.id())
        .execute();
  }

  /** Gives the branch all that the record says but its head. */
  void describe(Handle handle, ScriptRow script, RecordedBranch recorded) {
    Branch branch = recorded.branch();
    update(handle, script, branch, "name", branch.name());
    update(handle, script, branch, "description", branch.description());
    update(handle, script, branch, "created_at", branch.createdAt().toEpochMilli());
    archive(handle, script, branch, branch.archivedAt());
    for (String name : recorded.formerNames()) {
      insertFormerName(handle, script, branch, name);
    }
  }

  private static void insertFormerName(
      Handle handle, ScriptRow script, Branch branch, String name) {
    handle
        .createUpdate(
            """
            INSERT INTO former_branch_names (script_id, name, branch_number)
            VALUES (:script, :name, :number)
            """)
        .bind("script", script.id())
        .bind("name", name)
        .bind("number", branch.branchNumber())
        .execute();
  }

  private static void update(
      Handle handle, ScriptRow script, Branch branch, String column, @Nullable Object value) {
    handle
        .createUpdate(
            "UPDATE branches SET <column> = :value WHERE script_id = :script AND branch_number ="
                + " :number")
        .define("column", column)
        .bind("value", value)
        .bind("script", script.id())
        .bind("number", branch.branchNumber())
        .execute();
  }
}
