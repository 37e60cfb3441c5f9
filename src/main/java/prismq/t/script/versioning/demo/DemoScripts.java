package prismq.t.script.versioning.demo;

import static prismq.t.script.versioning.demo.DemoAuthor.DRAFT_WRITER;
import static prismq.t.script.versioning.demo.DemoAuthor.PRODUCER;
import static prismq.t.script.versioning.demo.DemoAuthor.REVIEW;
import static prismq.t.script.versioning.demo.DemoAuthor.SCRIPT_EDITOR;
import static prismq.t.script.versioning.demo.DemoVersion.ago;
import static prismq.t.script.versioning.demo.DemoVersion.version;

import java.util.List;
import java.util.Map;

/** The histories of the demo's two scripts. */
final class DemoScripts {
  static final String ALTERNATE_ENDING = "alternate-ending";

  /** A narrated short video that goes from 145 to 75 seconds. */
  static final DemoScript WHY_BRIDGES_HUM =
      new DemoScript(
          "why-bridges-hum",
          "Why Bridges Hum",
          "md",
          List.of(
              version(
                      ago(21, 3, 12),
                      DRAFT_WRITER,
                      "First draft from the brief",
                      58,
                      "Good material, but it takes 15 seconds to say that there is something to"
                          + " say. The Tacoma line needs a fact check: that was flutter, not"
                          + " humming.")
                  .seconds(145),
              version(
                      ago(18, 5, 40),
                      SCRIPT_EDITOR,
                      "Cut Tacoma Narrows after the fact check, halved the hook\n\n"
                          + "The 1940 collapse was aeroelastic flutter. It is another story, and"
                          + " told in one sentence it is a wrong one.",
                      64,
                      "Correct now. The hook is still a question that everybody answers with no.")
                  .seconds(129),
              version(
                      ago(15, 2, 5),
                      DRAFT_WRITER,
                      "Familiar sounds before the explanation; hook makes a claim",
                      72,
                      "A claim is better than a question. Wires and masts help before the"
                          + " explanation. Nothing is told twice any more.")
                  .seconds(108),
              version(
                      ago(12, 7, 31),
                      DRAFT_WRITER,
                      "Tried it as a list of three, for pace",
                      61,
                      "Shorter, and the story is gone: no morning, no city, no mystery. The hook"
                          + " promises what the text does not keep.")
                  .seconds(84),
              version(
                      ago(11, 4, 18),
                      PRODUCER,
                      "Back to version 3: the list lost the city\n\n"
                          + "We get to 75 seconds by telling the story faster, not by telling"
                          + " something else.",
                      72,
                      "Same text as version 3, same score.")
                  .seconds(108)
                  .restoring(3),
              version(
                      ago(8, 6, 50),
                      SCRIPT_EDITOR,
                      "New hook: start inside the note. The railing now pays off with an image",
                      80,
                      "“Woke up inside a musical instrument” stops the thumb. Drawbridges are a"
                          + " second story that starts when the first one is over.")
                  .seconds(93),
              version(
                      ago(4, 1, 27),
                      REVIEW,
                      "Drawbridges down to one sentence; wires and masts after the explanation",
                      85,
                      "Once the wind is explained, wires and masts are recognised instead of"
                          + " listed. The ending could belong to any video.")
                  .seconds(86),
              version(
                      ago(0, 2, 9),
                      SCRIPT_EDITOR,
                      "New last line that turns the first one around; drawbridges out",
                      91,
                      "The last line answers the first. Ready to record.")
                  .seconds(75)),
          Map.of("Fact checked", 2, "Ready to record", 8),
          null);

  /** A scene for two in Fountain, whose paragraphs move, with another ending on a branch. */
  static final DemoScript THE_LAST_KEEPER =
      new DemoScript(
          "the-last-keeper",
          "The Last Keeper",
          "fountain",
          List.of(
              version(
                  ago(16, 8, 15),
                  DRAFT_WRITER,
                  "First draft: the last night of a lighthouse keeper",
                  60,
                  "They say what they feel, so there is nothing left to feel. The logbook is the"
                      + " heart of it and comes too late."),
              version(
                  ago(14, 3, 44),
                  SCRIPT_EDITOR,
                  "Logbook from the gallery to the kitchen; cut the lines that explain",
                  70,
                  "The logbook has room at the kitchen table. The gallery is short of something to"
                      + " do now."),
              version(
                  ago(10, 5, 2),
                  DRAFT_WRITER,
                  "Box before the question about it, cloth to the lamp room, pen to the gallery",
                  76,
                  "Now we look at the box while they talk about it. Folding the cloth is his"
                      + " answer. The last line says aloud what we had guessed."),
              version(
                      ago(9, 2, 36),
                      DRAFT_WRITER,
                      "Another ending: the box fails on its first night",
                      71,
                      "There is something at stake at last. Lightning is too convenient, and he"
                          + " wins the argument in words.")
                  .on(ALTERNATE_ENDING),
              version(
                  ago(7, 4, 20),
                  SCRIPT_EDITOR,
                  "“Not yet”: they wait for the small light before they write",
                  87,
                  "The wait is the whole film. We know the word without reading it."),
              version(
                      ago(5, 6, 11),
                      SCRIPT_EDITOR,
                      "No lightning; ends at dawn with the Inspector's hands",
                      82,
                      "“Nothing” has changed its meaning by the time it is written. It needs a"
                          + " third set-up in the lamp room.")
                  .on(ALTERNATE_ENDING),
              version(
                  ago(1, 3, 55),
                  PRODUCER,
                  "Kitchen cut to save a set; its lines go to the lamp room and the gallery",
                  73,
                  "Saves half a day. Without the kettle the logbook is an exhibit, and the lift"
                      + " joke spoils the silence outside.")),
          Map.of("Table read", 5),
          new DemoScript.BranchOff(ALTERNATE_ENDING, 3));

  private DemoScripts() {}
}
