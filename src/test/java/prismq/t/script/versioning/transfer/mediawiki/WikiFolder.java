package prismq.t.script.versioning.transfer.mediawiki;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.transfer.CommandRun;
import prismq.t.script.versioning.transfer.ImportCommand;
import prismq.t.script.versioning.transfer.ImportedData;

/** A file to import, and the data that it goes to. */
record WikiFolder(Path folder) {
  Path file() {
    return folder.resolve("wiki.xml");
  }

  ImportedData imported() {
    return new ImportedData(folder.resolve("data"));
  }

  List<String> texts(String script) {
    return imported().texts(script);
  }

  List<String> scripts() {
    return imported()
        .ask(manager -> manager.scripts(100, 0).stream().map(Script::scriptId).sorted().toList());
  }

  CommandRun run(Object... more) {
    List<Object> arguments = new ArrayList<>(List.of("mediawiki", file()));
    arguments.addAll(List.of(more));
    arguments.addAll(List.of("--data", folder.resolve("data")));
    return CommandRun.of(new ImportCommand(), arguments.toArray());
  }

  /** Imports a file behind a preview, which says the same; what they say. */
  String done(byte[] bytes) throws IOException {
    Files.write(file(), bytes);
    CommandRun preview = run("--preview");
    CommandRun run = run();
    assertThat(run.status()).as(run.errors()).isZero();
    assertThat(withoutTimes(preview.out()))
        .isEqualTo(
            "A preview: nothing was saved. An import would give:\n" + withoutTimes(run.out()));
    return run.out();
  }

  String done(String xml) throws IOException {
    return done(xml.getBytes(StandardCharsets.UTF_8));
  }

  private static String withoutTimes(String out) {
    return out.replaceAll("[0-9.]+ s, [0-9,]+ versions?/s", "");
  }
}
