/** The changes of a script as mails that {@code git am} takes. */
@NullMarked
package prismq.t.script.versioning.transfer.patches;

import org.jspecify.annotations.NullMarked;
