/**
 * The help: pages in Markdown under {@code resources/help}, searched, and two that are made from
 * data: the reference of the API and the licences.
 */
@NullMarked
package prismq.t.script.versioning.help;

import org.jspecify.annotations.NullMarked;
