package prismq.t.script.versioning.compare;

import io.javalin.http.Context;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.diff.ChangeCategory;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.reading.PageFilter;
import prismq.t.script.versioning.web.BadRequestException;
import prismq.t.script.versioning.web.Parameters;
import prismq.t.script.versioning.web.Urls;

/**
 * The options of a comparison. All of them are in the address, so that a link shows the same to
 * everybody.
 *
 * @param context number of unchanged paragraphs, or lines, around each change
 * @param ignored categories of changes that are not shown
 * @param hunks whether the headers of hunks stand above lines, as in a unified diff
 * @param piece which part of a long comparison, from 1
 * @param unfolded a line, the first one of an unchanged stretch that is shown; −1 for none
 * @param filter which lines are shown of the pages of a screenplay
 */
public record ViewOptions(
    View view,
    int context,
    Set<ChangeCategory> ignored,
    boolean hunks,
    int piece,
    int unfolded,
    PageFilter filter) {
  /** Shows everything. */
  public static final int WHOLE_TEXT = 100_000;

  private static final int USUAL_CONTEXT = 2;

  private static final String HUNKS = "hunks";

  /** The defaults of a page. */
  public static final ViewOptions USUAL =
      new ViewOptions(View.PROSE, USUAL_CONTEXT, Set.of(), false, 1, -1, PageFilter.NONE);

  /** For a narrow place: one unchanged paragraph before each change and one after it. */
  static final ViewOptions BESIDE =
      new ViewOptions(View.PROSE, 1, Set.of(), false, 1, -1, PageFilter.NONE);

  /**
   * What the address asks for.
   *
   * @throws BadRequestException where it asks for what there is not
   */
  public static ViewOptions of(Context context) {
    return new ViewOptions(
        view(Parameters.text(context, "view")),
        Parameters.number(context, "context", USUAL_CONTEXT, 0, WHOLE_TEXT),
        ignored(context),
        isSet(context, HUNKS, "show"),
        Parameters.number(context, "piece", 1, 1, Integer.MAX_VALUE),
        Parameters.number(context, "unfolded", -1, 0, Integer.MAX_VALUE),
        PageFilter.asked(name -> Parameters.text(context, name)));
  }

  /**
   * What was kept of an address by {@link #kept}, in the view and at the place that another address
   * asks for.
   *
   * @throws BadRequestException where that asks for what there is not
   */
  public static ViewOptions kept(String kept, Context context) {
    ViewOptions asked = of(context);
    ViewOptions options = kept(kept);
    return new ViewOptions(
        asked.view,
        options.context,
        options.ignored,
        options.hunks,
        asked.piece,
        asked.unfolded,
        asked.filter.equals(PageFilter.NONE) ? options.filter : asked.filter);
  }

  /** What was kept of an address by {@link #kept}. */
  public static ViewOptions kept(String kept) {
    Map<String, String> parameters = Urls.parameters(kept);
    Set<ChangeCategory> ignored = EnumSet.noneOf(ChangeCategory.class);
    for (Ignorable kind : Ignorable.values()) {
      if (parameters.containsKey(kind.parameter())) {
        ignored.add(kind.category());
      }
    }
    String around = parameters.getOrDefault("context", "");
    return new ViewOptions(
        view(parameters.get("view")),
        around.matches("\\d{1,6}") ? Integer.parseInt(around) : USUAL_CONTEXT,
        ignored,
        parameters.containsKey(HUNKS),
        1,
        -1,
        PageFilter.asked(parameters::get));
  }

  /** What is kept of the options for whoever opens the comparison later. */
  public String kept() {
    return with(view).addTo("").replaceFirst("^\\?", "");
  }

  /**
   * The categories of changes that the address asks to ignore.
   *
   * @throws BadRequestException where it asks for something else
   */
  static Set<ChangeCategory> ignored(Context context) {
    Set<ChangeCategory> ignored = EnumSet.noneOf(ChangeCategory.class);
    for (Ignorable kind : Ignorable.values()) {
      if (isSet(context, kind.parameter(), "ignore")) {
        ignored.add(kind.category());
      }
    }
    return ignored;
  }

  /**
   * The view of a name in addresses; the usual one for null.
   *
   * @throws BadRequestException where there is none of that name
   */
  public static View view(@Nullable String wanted) {
    for (View view : View.values()) {
      if (wanted == null || view.parameter().equals(wanted)) {
        return view;
      }
    }
    throw new BadRequestException(Messages.text("compare.bad_view", wanted));
  }

  private static boolean isSet(Context context, String name, String value) {
    String wanted = Parameters.text(context, name);
    if (wanted != null && !wanted.equals(value)) {
      throw new BadRequestException(Messages.text("compare.bad_option", name, value));
    }
    return wanted != null;
  }

  /** The kinds of changes that can be hidden. */
  public Ignorable[] ignorable() {
    return Ignorable.values();
  }

  /** Whether changes of a kind are not shown. */
  public boolean ignores(Ignorable kind) {
    return ignored.contains(kind.category());
  }

  /** Whether a change of this category is not shown; line endings have a notice above the text. */
  boolean ignores(ChangeCategory category) {
    return category == ChangeCategory.LINE_ENDINGS || ignored.contains(category);
  }

  /** Whether nobody asked for more or less of what did not change. */
  boolean isUsualContext() {
    return context == USUAL_CONTEXT;
  }

  /** The same from its start on in another view. */
  public ViewOptions with(View other) {
    return new ViewOptions(other, context, ignored, hunks, 1, -1, filter);
  }

  /** The pages with these lines alone. */
  ViewOptions filtered(PageFilter other) {
    return new ViewOptions(View.PAGE, context, ignored, hunks, 1, -1, other);
  }

  ViewOptions atPiece(int other) {
    return new ViewOptions(view, context, ignored, hunks, other, -1, filter);
  }

  /** The same, or its last piece where there are fewer than asked for. */
  ViewOptions within(int pieces) {
    return piece <= pieces ? this : atPiece(pieces);
  }

  ViewOptions unfolding(int line) {
    return new ViewOptions(view, context, ignored, hunks, piece, line, filter);
  }

  /** An address of the same comparison in another form, which leaves out what this does. */
  String addIgnoredTo(String url) {
    Map<String, @Nullable String> parameters = new LinkedHashMap<>();
    putIgnored(parameters);
    return Urls.with(url, parameters);
  }

  private void putIgnored(Map<String, @Nullable String> parameters) {
    for (Ignorable kind : Ignorable.values()) {
      parameters.put(kind.parameter(), ignores(kind) ? "ignore" : null);
    }
  }

  /** A comparison's address with these options; what is usual is left out. */
  public String addTo(String url) {
    Map<String, @Nullable String> parameters = new LinkedHashMap<>();
    parameters.put("view", view == View.PROSE ? null : view.parameter());
    parameters.put("context", context == USUAL_CONTEXT ? null : Integer.toString(context));
    putIgnored(parameters);
    parameters.put(HUNKS, hunks ? "show" : null);
    parameters.put("piece", piece == 1 ? null : Integer.toString(piece));
    parameters.put("unfolded", unfolded < 0 ? null : Integer.toString(unfolded));
    filter.addTo(parameters);
    return Urls.with(url, parameters);
  }
}
