package prismq.t.script.versioning.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReusedStatementsTest {
  private static final String SELECT = "SELECT number FROM numbers WHERE number > :above";

  @TempDir Path folder;

  private static List<Integer> above(Handle handle, int above) {
    return handle.createQuery(SELECT).bind("above", above).mapTo(Integer.class).list();
  }

  private static void insert(Handle handle, int number) {
    handle
        .createUpdate("INSERT INTO numbers (number) VALUES (:number)")
        .bind("number", number)
        .execute();
  }

  @Test
  void aStatementIsReadFromTwiceAtOnceAndAgainAfterAFault() {
    try (Database database = Database.open(folder)) {
      database.write(
          handle -> {
            handle.execute("CREATE TABLE numbers (number INTEGER PRIMARY KEY CHECK (number > 0))");
            for (int number = 1; number <= 3; number++) {
              insert(handle, number);
            }
            assertThatThrownBy(() -> insert(handle, -1))
                .isInstanceOf(UnableToExecuteStatementException.class);
            insert(handle, 4);
            List<Integer> pairs = new ArrayList<>();
            handle
                .createQuery(SELECT)
                .bind("above", 2)
                .mapTo(Integer.class)
                .forEach(outer -> above(handle, 1).forEach(inner -> pairs.add(10 * outer + inner)));
            assertThat(pairs).containsExactly(32, 33, 34, 42, 43, 44);
            return pairs.size();
          });
      assertThatThrownBy(
              () ->
                  database.write(
                      handle -> {
                        insert(handle, 5);
                        throw new IllegalStateException("stop");
                      }))
          .hasMessage("stop");
      assertThat(database.<List<Integer>, RuntimeException>write(handle -> above(handle, 0)))
          .containsExactly(1, 2, 3, 4);
    }
  }

  @Test
  void aBatchHasOnlyWhatWasAddedToIt() {
    try (Database database = Database.open(folder)) {
      List<Integer> numbers =
          database.write(
              handle -> {
                handle.execute("CREATE TABLE numbers (number INTEGER PRIMARY KEY)");
                for (int first : new int[] {1, 10, 20}) {
                  PreparedBatch batch =
                      handle.prepareBatch("INSERT INTO numbers (number) VALUES (:number)");
                  batch.bind("number", first).add().bind("number", first + 1).add().execute();
                }
                return above(handle, 0);
              });
      assertThat(numbers).containsExactly(1, 2, 10, 11, 20, 21);
    }
  }
}
