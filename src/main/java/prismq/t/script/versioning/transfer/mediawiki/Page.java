package prismq.t.script.versioning.transfer.mediawiki;

import org.jspecify.annotations.Nullable;

/**
 * A page of a wiki.
 *
 * @param wiki what the wiki is called in its export
 * @param id its number; empty if the export does not tell it
 * @param redirect the page it leads to; null if it has a text of its own
 */
record Page(String wiki, String title, String id, @Nullable String redirect, Damage damage) {}
