package prismq.t.script.versioning.web;

/** What a part of a page shows, where it is too large to be cached along with its HTML. */
public interface KeyedContent {
  /** Says all that the content depends on; equal keys give the same HTML. */
  Object key();
}
