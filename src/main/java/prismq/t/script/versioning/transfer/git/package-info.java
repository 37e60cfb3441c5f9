/**
 * Import from git, and export to it.
 *
 * <p>An import runs through four stages, each a package that knows only those before it:
 *
 * <pre>
 * read   GitSource     a folder or bundle       → HEAD, branches, tags, notes, texts (BlobReader)
 * walk   CommitWalk    refs and paths           → VisitedCommit: which files each commit changed,
 *                                                 under which names; newest commit first
 *        HistoryBuilder  those commits          → FileHistory: a graph of FileChange for each
 *                                                 file, oldest first, without idle merges
 * plan   ScriptChooser a FileHistory            → the script it goes to, with what it has already
 *        LineSplitter  a FileHistory            → ChangeLine: changes that are one branch
 *        BranchPlan    lines, existing branches → PlannedBranch for each new FileChange
 * save   BranchedSaver changes in that order    → versions and branches, fifty a transaction
 *        TagLabels     tags on changes          → labels
 * </pre>
 *
 * <p>{@link prismq.t.script.versioning.transfer.git.GitImport} calls them in this order. An
 * example: HEAD is {@code main}, with commits 1, 2 and 4; {@code draft} left it at 1 with commit 3,
 * and 4 merged that. All but 2, which changed another file, changed {@code a.md}. The walk visits
 * 4, 2, 1 along first parents, then 3. The builder makes the changes 1, 3 and 4 (parents 1 and 3).
 * The plan splits them into the lines main (1, 4) and draft (3). The saver writes version 1 on
 * main, starts the branch draft at it, writes version 2 there, then version 3 on main with merge
 * parent 2.
 *
 * <p>Every version keeps as its source key which commit and file it was made of, so a second run
 * finds again what is there, and goes on.
 *
 * <p>{@link prismq.t.script.versioning.transfer.git.export} goes the other way, version by version
 * in the order of saving, straight into a pack. What a commit cannot say of a version it writes as
 * a note, in the form of {@link prismq.t.script.versioning.transfer.git.format}, from which an
 * import makes the same script again: branch numbers, version numbers, metadata and all.
 */
@NullMarked
package prismq.t.script.versioning.transfer.git;

import org.jspecify.annotations.NullMarked;
