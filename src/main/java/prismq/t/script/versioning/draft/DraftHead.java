package prismq.t.script.versioning.draft;

/**
 * Which draft is kept at a place, without its text.
 *
 * @param pageKey the key of the page that wrote it
 * @param revision how often that page has
 */
record DraftHead(long id, String pageKey, long revision) {}
