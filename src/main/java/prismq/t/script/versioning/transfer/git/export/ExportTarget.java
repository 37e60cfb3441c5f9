package prismq.t.script.versioning.transfer.git.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.eclipse.jgit.dircache.DirCacheCheckout;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.files.NewFile;
import prismq.t.script.versioning.files.TemporaryFolder;
import prismq.t.script.versioning.transfer.git.format.LocalSettings;

/**
 * Where a repository is exported to: a folder, with the files of the newest versions in it, or a
 * bundle. It is made beside that place and moved there when it is whole.
 */
final class ExportTarget implements AutoCloseable {
  private final Path target;
  private final TemporaryFolder work;

  private ExportTarget(Path target, TemporaryFolder work) {
    this.target = target;
    this.work = work;
  }

  /**
   * Checks that something can be made there.
   *
   * @throws prismq.t.script.versioning.files.NotWrittenException if something is there already, or
   *     its folder is missing
   */
  static ExportTarget of(Path wanted) throws IOException {
    LocalSettings.install();
    Path target = wanted.toAbsolutePath().normalize();
    checkFree(target);
    NewFile.checkFolder(wanted);
    return new ExportTarget(target, TemporaryFolder.in(Objects.requireNonNull(target.getParent())));
  }

  private static boolean isBundle(Path target) {
    return target.toString().toLowerCase(Locale.ROOT).endsWith(".bundle");
  }

  private static void checkFree(Path target) throws IOException {
    if (isBundle(target)) {
      NewFile.checkFree(target);
    } else {
      NewFile.checkFreeFolder(target);
    }
  }

  /** Where the pack is to be written first. */
  Path packFile() {
    return work.path().resolve("pack");
  }

  /**
   * Makes the repository of a pack.
   *
   * @return bytes of what git keeps of it: the bundle, or the pack with its index
   */
  long make(PackWriter pack, GitExport.WrittenPack written) throws IOException {
    String checksum = pack.finish();
    if (isBundle(target)) {
      Path bundle = work.path().resolve("bundle");
      writeBundle(bundle, written);
      move(bundle);
      return Files.size(target);
    }
    Path folder = Files.createDirectory(work.path().resolve("repository"));
    long size = writeRepository(folder, pack, checksum, written);
    move(folder);
    return size;
  }

  private void writeBundle(Path bundle, GitExport.WrittenPack written) throws IOException {
    StringBuilder heading = new StringBuilder("# v2 git bundle\n");
    heading.append(written.headCommit().name()).append(" HEAD\n");
    written.refs().forEach((ref, id) -> heading.append(id.name() + " " + ref + "\n"));
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(bundle))) {
      out.write(heading.append('\n').toString().getBytes(StandardCharsets.UTF_8));
      Files.copy(packFile(), out);
    }
    NewFile.force(bundle);
  }

  private long writeRepository(
      Path folder, PackWriter pack, String checksum, GitExport.WrittenPack written)
      throws IOException {
    Path git = folder.resolve(Constants.DOT_GIT);
    try (Repository empty = new FileRepository(git.toFile())) {
      empty.create(false);
      RefUpdate head = empty.updateRef(Constants.HEAD);
      head.link(written.head());
      StoredConfig config = empty.getConfig();
      // What is checked out is byte for byte what was saved, whatever the user's settings are.
      config.setString("core", null, "autocrlf", "false");
      config.save();
    }
    Path packs = git.resolve("objects").resolve("pack");
    Files.createDirectories(packs);
    Path packed = packs.resolve("pack-" + checksum + ".pack");
    Path index = packs.resolve("pack-" + checksum + ".idx");
    pack.writeIndex(index);
    Files.move(packFile(), packed);
    StringBuilder refs = new StringBuilder("# pack-refs with: peeled fully-peeled sorted \n");
    for (Map.Entry<String, ObjectId> ref : written.refs().entrySet()) {
      refs.append(ref.getValue().name()).append(' ').append(ref.getKey()).append('\n');
      @Nullable ObjectId labelled = written.labels().get(ref.getKey());
      if (labelled != null) {
        refs.append('^').append(labelled.name()).append('\n');
      }
    }
    Files.writeString(git.resolve(Constants.PACKED_REFS), refs);
    checkOut(git, folder, written);
    return Files.size(packed) + Files.size(index);
  }

  private static void checkOut(Path git, Path folder, GitExport.WrittenPack written)
      throws IOException {
    try (Repository repository =
        new FileRepositoryBuilder().setGitDir(git.toFile()).setWorkTree(folder.toFile()).build()) {
      DirCacheCheckout checkout =
          new DirCacheCheckout(
              repository,
              repository.lockDirCache(),
              repository.parseCommit(written.headCommit()).getTree());
      checkout.checkout();
    }
  }

  private void move(Path made) throws IOException {
    // Somebody may have put something there meanwhile.
    checkFree(target);
    if (Files.isDirectory(target)) {
      Files.delete(target);
    }
    Files.move(made, target, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void close() {
    work.close();
  }
}
