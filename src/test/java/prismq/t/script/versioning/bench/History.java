package prismq.t.script.versioning.bench;

import java.util.Optional;

/**
 * A history that both keep.
 *
 * @param git the same in git; empty where git is not installed
 */
record History(String scriptId, int versions, Optional<GitRepository> git) {}
