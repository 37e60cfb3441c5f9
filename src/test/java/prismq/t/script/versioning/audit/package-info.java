/** Tests of the audit log. */
@NullMarked
package prismq.t.script.versioning.audit;

import org.jspecify.annotations.NullMarked;
