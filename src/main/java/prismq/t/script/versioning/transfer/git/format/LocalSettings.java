package prismq.t.script.versioning.transfer.git.format;

import java.io.File;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * Lets JGit read only the settings of the repository: the outcome of an import does not depend on
 * who runs it, and no other program is started to find the settings of the machine.
 */
public final class LocalSettings extends SystemReader.Delegate {
  private static boolean installed;

  private LocalSettings(SystemReader machine) {
    super(machine);
  }

  public static synchronized void install() {
    if (!installed) {
      SystemReader.setInstance(new LocalSettings(SystemReader.getInstance()));
      installed = true;
    }
  }

  @Override
  public FileBasedConfig openUserConfig(@Nullable Config parent, FS fs) {
    return new Empty(parent, fs);
  }

  @Override
  public FileBasedConfig openSystemConfig(@Nullable Config parent, FS fs) {
    return new Empty(parent, fs);
  }

  @Override
  public FileBasedConfig openJGitConfig(@Nullable Config parent, FS fs) {
    return new Empty(parent, fs);
  }

  /** Settings without a file. */
  private static final class Empty extends FileBasedConfig {
    Empty(@Nullable Config parent, FS fs) {
      super(parent, new File("none"), fs);
    }

    /**
     * Sets the resolution of file times: otherwise JGit spends seconds on measuring it, by writing
     * files into the repository.
     */
    @Override
    public long getTimeUnit(
        String section, @Nullable String subsection, String name, long otherwise, TimeUnit unit) {
      return section.equals(ConfigConstants.CONFIG_FILESYSTEM_SECTION)
          ? unit.convert(1, TimeUnit.SECONDS)
          : otherwise;
    }

    @Override
    public void load() {}

    @Override
    public void save() {}

    @Override
    public boolean isOutdated() {
      return false;
    }
  }
}
