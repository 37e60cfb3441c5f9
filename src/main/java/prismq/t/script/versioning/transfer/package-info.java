/** Moving histories in and out: import from git, folders, PrismQ and MediaWiki, backup. */
@NullMarked
package prismq.t.script.versioning.transfer;

import org.jspecify.annotations.NullMarked;
