/** Import of the stories that PrismQ's pipeline keeps. */
@NullMarked
package prismq.t.script.versioning.transfer.prismq;

import org.jspecify.annotations.NullMarked;
