/** Tests of the uploads on their way in. */
@NullMarked
package prismq.t.script.versioning.transfer.page;

import org.jspecify.annotations.NullMarked;
