package prismq.t.script.versioning.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ContentHashTest {
  private static ContentHash of(String content) {
    return ContentHash.of(content.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aHashIsShownAsItsDigits() {
    assertThat(of("abc"))
        .hasToString("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(ContentHash.ofDigest(new byte[] {0, 15, -1}).hex()).isEqualTo("000fff");
  }

  @Test
  void hashesOfTheSameContentAreEqualHoweverTheyWereMade() {
    assertThat(ContentHash.ofDigest(of("abc").bytes()))
        .isEqualTo(of("abc"))
        .hasSameHashCodeAs(of("abc"));
    assertThat(of("abc")).isNotEqualTo(of("abd")).isNotEqualTo("abc");
  }

  @Test
  void whoWritesToTheBytesOfAHashDoesNotAlterIt() {
    ContentHash hash = of("abc");
    hash.bytes()[0]++;
    byte[] digest = hash.bytes();
    ContentHash copied = ContentHash.ofDigest(digest);
    digest[0]++;
    assertThat(copied).isEqualTo(hash).isEqualTo(of("abc"));
  }
}
