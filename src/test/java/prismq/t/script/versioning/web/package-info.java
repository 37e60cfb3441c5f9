/** What answers requests: names, addresses, rights. */
@NullMarked
package prismq.t.script.versioning.web;

import org.jspecify.annotations.NullMarked;
