package prismq.t.script.versioning.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;

class GzipPartTest {
  private static final int HEADER = 10;
  private static final int TRAILER = 8;

  private static byte[] some(Random random) {
    byte[] bytes = new byte[random.nextInt(4) == 0 ? 0 : random.nextInt(200_000)];
    if (random.nextBoolean()) {
      random.nextBytes(bytes);
    }
    return bytes;
  }

  @Test
  void partsThatAreJoinedAreOneStreamOfAllTheyStandFor() throws Exception {
    for (int seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      List<GzipPart> parts = new ArrayList<>();
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      for (int i = random.nextInt(6); i >= 0; i--) {
        byte[] bytes = some(random);
        all.write(bytes);
        parts.add(random.nextBoolean() ? GzipPart.compressed(bytes) : GzipPart.stored(bytes));
      }
      byte[] stream = GzipPart.stream(parts);
      // Checks the CRC and the length, too.
      try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(stream))) {
        assertThat(in.readAllBytes()).as("seed %d", seed).isEqualTo(all.toByteArray());
      }
      assertThat(GzipPart.plain(parts)).as("seed %d", seed).isEqualTo(all.toByteArray());
    }
  }

  @Test
  void theStreamHasOneMemberBecauseBrowsersReadNoOther() throws Exception {
    List<GzipPart> parts =
        List.of(
            GzipPart.compressed("before ".repeat(100).getBytes(StandardCharsets.UTF_8)),
            GzipPart.stored("a name".getBytes(StandardCharsets.UTF_8)),
            GzipPart.compressed("after ".repeat(100).getBytes(StandardCharsets.UTF_8)));
    byte[] stream = GzipPart.stream(parts);
    Inflater inflater = new Inflater(true);
    inflater.setInput(stream, HEADER, stream.length - HEADER);
    byte[] plain = new byte[10_000];
    int length = inflater.inflate(plain);
    assertThat(inflater.finished()).isTrue();
    assertThat(inflater.getRemaining()).isEqualTo(TRAILER);
    assertThat(new String(plain, 0, length, StandardCharsets.UTF_8))
        .contains("before a name")
        .endsWith("after ");
    inflater.end();
  }

  @Test
  void whatIsCompressedIsSmall() {
    byte[] bytes = "<p>The same again.</p>\n".repeat(1_000).getBytes(StandardCharsets.UTF_8);
    assertThat(GzipPart.compressed(bytes).sizeBytes()).isLessThan(bytes.length / 20);
  }
}
