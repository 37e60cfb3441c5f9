/** Archives: histories in a zip file of JSON Lines and texts, without any loss. */
@NullMarked
package prismq.t.script.versioning.transfer.archive;

import org.jspecify.annotations.NullMarked;
