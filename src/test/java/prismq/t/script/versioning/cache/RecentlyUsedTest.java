package prismq.t.script.versioning.cache;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentlyUsedTest {
  private static final int HALF = (int) CacheBound.RECENT_CONTENTS.bytes() / 2;

  private final RecentlyUsed<String, byte[]> contents =
      new RecentlyUsed<>(CacheBound.RECENT_CONTENTS, content -> content.length);

  @Test
  void whatWasUsedLongestAgoMakesRoom() {
    contents.put("first", new byte[HALF]);
    contents.put("second", new byte[HALF]);
    assertThat(contents.get("first")).isNotNull();
    contents.put("third", new byte[HALF]);
    assertThat(contents.values()).containsOnlyKeys("first", "third");
  }

  @Test
  void aValueInPlaceOfAnotherCountsOnce() {
    contents.put("first", new byte[HALF]);
    contents.put("second", new byte[HALF]);
    contents.put("second", new byte[HALF]);
    assertThat(contents.values()).containsOnlyKeys("first", "second");
  }

  @Test
  void theLastOneIsKeptHoweverLargeItIs() {
    contents.put("small", new byte[1]);
    contents.put("large", new byte[3 * HALF]);
    assertThat(contents.values()).containsOnlyKeys("large");
    contents.put("small", new byte[1]);
    assertThat(contents.values()).containsOnlyKeys("small");
  }

  @Test
  void whatIsTakenOutLeavesRoom() {
    contents.put("first", new byte[HALF]);
    contents.put("second", new byte[HALF]);
    assertThat(contents.remove("second")).hasSize(HALF);
    assertThat(contents.remove("second")).isNull();
    contents.put("third", new byte[HALF]);
    assertThat(contents.values()).containsOnlyKeys("first", "third");
    contents.clear();
    contents.put("fourth", new byte[HALF]);
    contents.put("fifth", new byte[HALF]);
    assertThat(contents.values()).containsOnlyKeys("fourth", "fifth");
  }

  @Test
  void aNumberOfValuesCanBeTheBound() {
    RecentlyUsed<Integer, String> two = RecentlyUsed.ofCount(2);
    two.put(1, "one");
    two.put(2, "two");
    two.put(3, "three");
    assertThat(two.values()).containsOnlyKeys(2, 3);
  }
}
