package prismq.t.script.versioning.core.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import prismq.t.script.versioning.core.scene.SceneHeading;
import prismq.t.script.versioning.core.scene.SceneMinutes;

/**
 * The scenes that play at a place.
 *
 * @param place in capitals; empty where no heading names one
 * @param settings inside or outside, in capitals and with a stroke between both
 * @param byTime how many scenes play when; none of a time without
 * @param scenes how many there are
 * @param eighths of a page
 */
public record PlaceLength(
    String place,
    String settings,
    Map<DayTime, Integer> byTime,
    int scenes,
    int eighths,
    SceneMinutes minutes) {
  private static final String DASH = " - ";

  private static final class PlaceSum {
    private final TreeSet<String> settings = new TreeSet<>(Comparator.reverseOrder());
    private final Map<DayTime, Integer> byTime = new EnumMap<>(DayTime.class);
    private int scenes;
    private int eighths;
    private SceneMinutes minutes = new SceneMinutes(0, 0);
  }

  /** Where and when a scene plays. */
  private record PlaceAndTime(String place, DayTime time) {
    static PlaceAndTime of(SceneHeading heading) {
      DayTime time = DayTime.of(heading.time());
      int dash = heading.place().lastIndexOf(DASH);
      if (time == DayTime.NOT_SAID && dash > 0) {
        // As in INT. HALL - NIGHT - LATER.
        DayTime before = DayTime.of(heading.place().substring(dash + DASH.length()));
        if (before != DayTime.NOT_SAID) {
          return new PlaceAndTime(heading.place().substring(0, dash), before);
        }
      }
      return new PlaceAndTime(heading.place(), time);
    }
  }

  /** The places of scenes, those that last longest first. */
  public static List<PlaceLength> of(List<SceneLength> scenes, int wordsPerMinute) {
    Map<String, PlaceSum> byPlace = new LinkedHashMap<>();
    for (SceneLength scene : scenes) {
      SceneHeading heading = SceneHeading.of(scene.heading());
      PlaceAndTime where = PlaceAndTime.of(heading);
      PlaceSum sum = byPlace.computeIfAbsent(where.place, any -> new PlaceSum());
      if (!heading.setting().isEmpty()) {
        sum.settings.add(heading.setting());
      }
      sum.byTime.merge(where.time, 1, Integer::sum);
      sum.scenes++;
      sum.eighths += scene.eighths() == null ? 0 : scene.eighths();
      sum.minutes = sum.minutes.plus(scene.minutes(wordsPerMinute));
    }
    List<PlaceLength> places = new ArrayList<>();
    byPlace.forEach(
        (place, sum) ->
            places.add(
                new PlaceLength(
                    place,
                    sum.settings.stream().collect(Collectors.joining(" / ")),
                    Map.copyOf(sum.byTime),
                    sum.scenes,
                    sum.eighths,
                    sum.minutes)));
    places.sort(
        Comparator.comparingDouble((PlaceLength place) -> place.minutes.middle())
            .reversed()
            .thenComparing(PlaceLength::place));
    return List.copyOf(places);
  }

  /** How many of the scenes play at a time. */
  public int scenes(DayTime time) {
    return byTime.getOrDefault(time, 0);
  }
}
