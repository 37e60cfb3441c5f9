/** Addresses of programs that are told what somebody is told. */
@NullMarked
package prismq.t.script.versioning.webhook;

import org.jspecify.annotations.NullMarked;
