/** Documents of word processors and screenplay programs, read as texts. */
@NullMarked
package prismq.t.script.versioning.transfer.office;

import org.jspecify.annotations.NullMarked;
