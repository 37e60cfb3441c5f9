package prismq.t.script.versioning.core.fountain;

/**
 * What of an item stands on one page.
 *
 * @param from the first of its lines that does, the cue of a speech not counted
 * @param to the first line that does not
 * @param isContinued whether it began on the page before
 * @param hasMore whether it goes on, on the next page
 */
public record PagePart(PageItem item, int from, int to, boolean isContinued, boolean hasMore) {}
