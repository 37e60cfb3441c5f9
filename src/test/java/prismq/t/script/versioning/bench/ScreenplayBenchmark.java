package prismq.t.script.versioning.bench;

import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.bench.MadeUpScreenplay.MadeUpScene;
import prismq.t.script.versioning.core.fountain.Screenplay;
import prismq.t.script.versioning.core.scene.Scene;
import prismq.t.script.versioning.core.scene.SceneChange;
import prismq.t.script.versioning.core.scene.SceneComparison;
import prismq.t.script.versioning.core.scene.SceneOutcome;
import prismq.t.script.versioning.core.scene.Scenes;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.core.text.TextFormat;
import prismq.t.script.versioning.reading.LaidOutText;

/** How fast screenplays are read, laid out and compared by scene, and how often that is right. */
final class ScreenplayBenchmark {
  private static final int PAIRS = 60;
  private static final int WARM_UP = 60;
  private static final int REPETITIONS = 100;
  private static final double RIGHT = 95;

  private final Workbench bench;

  ScreenplayBenchmark(Workbench bench) {
    this.bench = bench;
  }

  void run() throws Exception {
    String text = new MadeUpScreenplay(1, 200_000).text();
    ScriptText read = ScriptText.of(text);
    report("screenplay of 200 kB: read", 20, repetition -> Screenplay.parse(text));
    report(
        "screenplay of 200 kB: read and laid out as pages",
        60,
        repetition -> LaidOutText.of(TextFormat.SCREENPLAY, read, null, repetition % 2 == 0, 150));
    MadeUpScreenplay screenplay = new MadeUpScreenplay(2, 150_000);
    List<Scene> from = Scenes.of(TextFormat.SCREENPLAY, screenplay.text());
    screenplay.rewrite();
    List<Scene> to = Scenes.of(TextFormat.SCREENPLAY, screenplay.text());
    report(
        "two drafts of 150 kB: compared by scene", 50, repetition -> SceneComparison.of(from, to));
    reportQuality();
  }

  private void report(String what, double most, Measurement.Work work) throws Exception {
    Measurement.repeat(WARM_UP, work);
    Measurement measured = Measurement.repeat(REPETITIONS, work);
    bench
        .report()
        .add(
            what, measured.percentiles(), "", "≤ " + (int) most + " ms", measured.median() <= most);
  }

  private void reportQuality() {
    int scenes = 0;
    int right = 0;
    int onlyRenamed = 0;
    int rewritten = 0;
    for (int pair = 0; pair < PAIRS; pair++) {
      MadeUpScreenplay screenplay = new MadeUpScreenplay(100 + pair, 20_000 + 2_000 * pair);
      List<MadeUpScene> before = screenplay.scenes();
      List<Scene> from = Scenes.of(TextFormat.SCREENPLAY, screenplay.text());
      screenplay.rewrite();
      List<MadeUpScene> after = screenplay.scenes();
      List<Scene> to = Scenes.of(TextFormat.SCREENPLAY, screenplay.text());
      for (SceneChange change : SceneComparison.of(from, to)) {
        int was = change.from() == null ? 0 : before.get(from.indexOf(change.from())).id();
        @Nullable MadeUpScene is = change.to() == null ? null : after.get(to.indexOf(change.to()));
        @Nullable MadeUpScene kept =
            after.stream().filter(scene -> scene.id() == was).findFirst().orElse(null);
        boolean isRight = is == null ? kept == null : is.id() == was;
        scenes++;
        right += isRight ? 1 : 0;
        if (change.outcome() == SceneOutcome.OMITTED && kept != null) {
          MadeUpScene old = before.get(from.indexOf(change.from()));
          boolean isSame = kept.paragraphs().equals(old.paragraphs());
          onlyRenamed += isSame ? 1 : 0;
          rewritten += isSame ? 0 : 1;
        }
      }
    }
    double percent = 100.0 * right / scenes;
    bench
        .report()
        .add(
            "scenes of " + PAIRS + " made-up pairs of drafts that are told to be what they are",
            Math.round(percent * 10) / 10.0
                + " % of "
                + Figures.whole(scenes)
                + ", told to be omitted "
                + onlyRenamed
                + " that were only renamed, "
                + rewritten
                + " that had another heading and other words",
            "",
            "≥ 95 %, 0 only renamed",
            percent >= RIGHT && onlyRenamed == 0);
  }
}
