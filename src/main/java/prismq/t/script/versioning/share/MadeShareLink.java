package prismq.t.script.versioning.share;

import prismq.t.script.versioning.account.Secret;

/** A share link just made, with its secret, which nobody is told again. */
public record MadeShareLink(ShareLink link, Secret token) {}
