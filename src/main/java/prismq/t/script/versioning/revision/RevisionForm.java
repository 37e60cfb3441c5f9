package prismq.t.script.versioning.revision;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.revision.LabelScheme;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.history.Label;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.web.SentForm;

/**
 * What the form for the revisions holds, so that nothing typed is lost when it is shown again.
 *
 * @param choices labels, each with its place as it was typed
 * @param colors with commas between them
 */
record RevisionForm(
    List<LabelChoice> choices,
    String colors,
    String scheme,
    String lockedFrom,
    boolean numbersScenes) {
  /** More labels are not offered. */
  private static final int MOST = 200;

  /** So many are numbered by themselves where nothing was chosen yet. */
  private static final int MOST_PROPOSED = 12;

  /**
   * A label that can be a revision.
   *
   * @param versionNumber its version; 0 where no version has it any longer
   */
  record LabelChoice(String label, int versionNumber, String place) {}

  /**
   * What a plan says.
   *
   * @param labels of the script
   */
  static RevisionForm of(RevisionPlan plan, List<Label> labels) {
    List<Label> newest = labels.subList(0, Math.min(MOST, labels.size()));
    List<Label> offered = new ArrayList<>(newest);
    offered.addAll(
        labels.subList(newest.size(), labels.size()).stream()
            .filter(label -> plan.labels().contains(label.name()))
            .toList());
    offered.sort(Comparator.comparingInt(Label::versionNumber).thenComparing(Label::createdAt));
    boolean isProposed = plan.labels().isEmpty() && offered.size() <= MOST_PROPOSED;
    Set<Integer> versions = new HashSet<>();
    List<LabelChoice> choices = new ArrayList<>();
    for (Label label : offered) {
      int place = plan.labels().indexOf(label.name()) + 1;
      if (isProposed && versions.add(label.versionNumber())) {
        place = versions.size();
      }
      choices.add(
          new LabelChoice(
              label.name(), label.versionNumber(), place == 0 ? "" : Integer.toString(place)));
    }
    @Nullable String locked = plan.lockedFrom();
    return new RevisionForm(
        choices,
        String.join(", ", plan.colors()),
        plan.scheme().word(),
        locked == null ? "" : locked,
        plan.numbersScenes());
  }

  /** The form as the browser sent it. */
  static RevisionForm sent(Context context, List<Label> labels) {
    List<String> names = SentForm.texts(context, "label");
    List<String> places = SentForm.texts(context, "place");
    List<LabelChoice> choices = new ArrayList<>();
    for (int i = 0; i < Math.min(names.size(), places.size()); i++) {
      String name = names.get(i);
      int version =
          labels.stream()
              .filter(label -> label.name().equals(name))
              .mapToInt(Label::versionNumber)
              .findFirst()
              .orElse(0);
      choices.add(new LabelChoice(name, version, places.get(i).strip()));
    }
    return new RevisionForm(
        choices,
        SentForm.stripped(context, "colors"),
        SentForm.stripped(context, "scheme"),
        SentForm.stripped(context, "locked_from"),
        SentForm.stripped(context, "numbers_scenes").equals("true"));
  }

  /** What it asks for. */
  RevisionPlan plan() {
    List<LabelChoice> chosen = choices.stream().filter(choice -> !choice.place.isEmpty()).toList();
    for (LabelChoice choice : chosen) {
      if (!choice.place.matches("[1-9]\\d{0,2}")) {
        throw new InvalidInputException(
            "labels", FilledMessage.of("revision.bad_place", choice.label));
      }
    }
    List<String> named =
        chosen.stream()
            .sorted(Comparator.comparingInt(choice -> Integer.parseInt(choice.place)))
            .map(LabelChoice::label)
            .toList();
    return new RevisionPlan(
        named,
        List.of(colors.split("[,\n]", -1)),
        LabelScheme.named(scheme)
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        "scheme", FilledMessage.of("revision.bad_scheme", scheme))),
        lockedFrom.isEmpty() ? null : lockedFrom,
        numbersScenes);
  }
}
