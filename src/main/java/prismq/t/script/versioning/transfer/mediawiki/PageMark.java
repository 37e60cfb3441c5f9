package prismq.t.script.versioning.transfer.mediawiki;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import prismq.t.script.versioning.core.text.ContentHash;

/** What a page of a wiki is called in the keys of its versions. */
record PageMark(long bytes) {
  static PageMark of(Page page) {
    String name = page.wiki() + "\n" + (page.id().isEmpty() ? page.title() : page.id());
    byte[] hash = ContentHash.of(name.getBytes(StandardCharsets.UTF_8)).bytes();
    return new PageMark(ByteBuffer.wrap(hash).getLong());
  }
}
