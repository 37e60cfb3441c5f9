package prismq.t.script.versioning.person.page;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.account.Accounts;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.person.NameProposal;
import prismq.t.script.versioning.person.Owner;
import prismq.t.script.versioning.person.People;
import prismq.t.script.versioning.person.SavedName;
import prismq.t.script.versioning.web.FormFields;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.SentForm;

/** The page on which admins say whose the names are that versions were saved under. */
public final class NamesPage {
  private static final int NAMES_A_PAGE = 100;
  private static final int MOST_PROPOSALS = 20;
  private static final FormFields FIELDS = FormFields.of("author", "owner", "shown");

  private final People people;
  private final Accounts accounts;
  private final Pages pages;

  /** Changes whose names are. */
  public NamesPage(People people, Accounts accounts, Pages pages) {
    this.people = people;
    this.accounts = accounts;
    this.pages = pages;
  }

  /** A proposal in the list. */
  record ProposalRow(NameProposal proposal) {
    public List<SavedName> names() {
      return proposal.names();
    }

    public String shown() {
      return proposal.shown();
    }

    public String owner() {
      return OwnerOption.value(proposal.owner());
    }

    /** The numbers of the names, with commas between them. */
    public String authors() {
      return names().stream()
          .map(name -> Long.toString(name.author()))
          .collect(Collectors.joining(","));
    }

    /** Whether they look like each other, and nobody else. */
    public boolean isTogether() {
      return proposal.owner() instanceof Owner.OfNames;
    }

    /** The names, one after the other. */
    public String all() {
      return Messages.list(
          names().stream().map(name -> Messages.text("names.quoted", name.name())).toList());
    }
  }

  /** What is filled in. */
  record TieForm(Set<String> authors, String owner, String shown) {
    static final TieForm EMPTY = new TieForm(Set.of(), "", "");

    public boolean isTicked(SavedName name) {
      return authors.contains(Long.toString(name.author()));
    }
  }

  /** What the template shows. */
  record Model(
      NamesChoices choices,
      List<SavedName> names,
      boolean hasMore,
      List<ProposalRow> proposals,
      boolean hasMoreProposals,
      List<OwnerOption> withAccount,
      List<OwnerOption> withoutAccount,
      TieForm form,
      Map<String, String> errors,
      @Nullable String notice) {
    public NamesChoices.WhichNames[] shownChoices() {
      return NamesChoices.WhichNames.values();
    }

    public boolean hasUntied() {
      return names.stream().anyMatch(name -> !name.isTied());
    }

    public String previousUrl() {
      return choices.url(choices.number() - 1);
    }

    public String nextUrl() {
      return choices.url(choices.number() + 1);
    }
  }

  /** Answers {@code /people/names}. */
  public void show(Context context) {
    answer(context, 200, NamesChoices.of(context), TieForm.EMPTY, Map.of(), null);
  }

  /** Says that the ticked names are one person's. */
  public void tie(Context context) {
    NamesChoices choices = sentChoices(context);
    TieForm form =
        new TieForm(
            authors(SentForm.texts(context, "author")),
            SentForm.stripped(context, "owner"),
            SentForm.stripped(context, "shown"));
    FIELDS.attempt(
        () -> {
          people.tie(form.authors.stream().sorted().map(NamesPage::number).toList(), owner(form));
          leadBack(context, choices);
        },
        problem ->
            answer(context, problem.status(), choices, form, problem.errors(), problem.notice()));
  }

  /** The numbers of names, of which a field may have several with commas between them. */
  private static Set<String> authors(List<String> sent) {
    return sent.stream()
        .flatMap(numbers -> Arrays.stream(numbers.split(",", -1)))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Owner owner(TieForm form) {
    return OwnerOption.owner(form.owner, form.shown)
        .orElseThrow(() -> new InvalidInputException("owner", FilledMessage.of("names.nobody")));
  }

  /** Takes back whose a name is. */
  public void untie(Context context) {
    NamesChoices choices = sentChoices(context);
    FIELDS.attempt(
        () -> {
          people.untie(number(SentForm.stripped(context, "untie")));
          leadBack(context, choices);
        },
        problem ->
            answer(
                context,
                problem.status(),
                choices,
                TieForm.EMPTY,
                problem.errors(),
                problem.notice()));
  }

  private static long number(String author) {
    if (!author.matches("\\d{1,15}")) {
      throw new InvalidInputException("author", FilledMessage.of("names.unknown"));
    }
    return Long.parseLong(author);
  }

  private static NamesChoices sentChoices(Context context) {
    return NamesChoices.of(
        SentForm.text(context, "q"),
        SentForm.text(context, "show"),
        SentForm.text(context, "page"));
  }

  private static void leadBack(Context context, NamesChoices choices) {
    context.redirect(choices.url(choices.number()), HttpStatus.SEE_OTHER);
  }

  private void answer(
      Context context,
      int status,
      NamesChoices asked,
      TieForm form,
      Map<String, String> errors,
      @Nullable String notice) {
    List<SavedName> fitting = people.names().stream().filter(asked::takes).toList();
    int last = Math.max(1, (fitting.size() + NAMES_A_PAGE - 1) / NAMES_A_PAGE);
    NamesChoices choices =
        new NamesChoices(asked.words(), asked.shown(), Math.min(asked.number(), last));
    int start = (choices.number() - 1) * NAMES_A_PAGE;
    List<NameProposal> proposals = people.proposals();
    pages.answer(
        context,
        status,
        "person/names",
        new Model(
            choices,
            fitting.subList(start, Math.min(start + NAMES_A_PAGE, fitting.size())),
            choices.number() < last,
            proposals.stream().limit(MOST_PROPOSALS).map(ProposalRow::new).toList(),
            proposals.size() > MOST_PROPOSALS,
            accounts.list().stream().map(OwnerOption::of).toList(),
            people.people().stream()
                .filter(person -> person.account() == null)
                .map(OwnerOption::of)
                .toList(),
            form,
            errors,
            notice));
  }
}
