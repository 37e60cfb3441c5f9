/** Import of the pages of a MediaWiki. */
@NullMarked
package prismq.t.script.versioning.transfer.mediawiki;

import org.jspecify.annotations.NullMarked;
