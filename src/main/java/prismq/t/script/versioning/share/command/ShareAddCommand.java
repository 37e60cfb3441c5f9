package prismq.t.script.versioning.share.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import prismq.t.script.versioning.access.Access;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.access.Thing;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.command.BaseUrl;
import prismq.t.script.versioning.command.CommandException;
import prismq.t.script.versioning.command.DataCommand;
import prismq.t.script.versioning.command.DataOption;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.share.NewShareLink;
import prismq.t.script.versioning.share.ShareTerms;
import prismq.t.script.versioning.share.SharedThing;
import prismq.t.script.versioning.web.Urls;

/** Makes a share link. */
@Command(
    name = "add",
    description = {
      "Prints a new link, alone on its line; it is shown only now. Say what it shows: --from and",
      "--to, or --version-number, or --report."
    })
final class ShareAddCommand extends DataCommand {
  @Option(
      names = "--email",
      paramLabel = "E",
      required = true,
      description = "The account of who makes it. It works as long as that account may read.")
  private String email = "";

  @Option(names = "--script", paramLabel = "ID", required = true, description = "The script.")
  private String script = "";

  @Option(names = "--from", paramLabel = "N", description = "The left version of a comparison.")
  private @Nullable Integer from;

  @Option(names = "--to", paramLabel = "N", description = "The right one.")
  private @Nullable Integer to;

  @Option(names = "--version-number", paramLabel = "N", description = "One version.")
  private @Nullable Integer version;

  @Option(names = "--report", description = "A report of all versions.")
  private boolean isReport;

  @Option(
      names = "--following",
      description = "Shows what is newest on the branch of that version, instead of it.")
  private boolean isFollowing;

  @ArgGroup private LinkEnd end = new LinkEnd();

  @Option(
      names = "--password-stdin",
      description = "Reads a password that guests are asked for, from standard input.")
  private boolean isPasswordRead;

  @Option(
      names = "--max-openings",
      paramLabel = "N",
      description = "In how many browsers it can be opened (default: any number).")
  private @Nullable Integer maxOpenings;

  @Option(names = "--no-downloads", description = "Guests can download no files.")
  private boolean isWithoutDownloads;

  @Option(names = "--hide-names", description = "Shows Writer 1, Writer 2 and no descriptions.")
  private boolean hidesNames;

  @Option(names = "--watermark", description = "Shows the note and the time across every page.")
  private boolean isWithWatermark;

  @Option(names = "--comments", description = "Lets guests comment.")
  private boolean isForComments;

  @Option(names = "--decisions", description = "Lets guests say what they decide.")
  private boolean isForDecisions;

  @Option(
      names = "--neutral-preview",
      description = "Previews of the link in chats and mails do not show the title.")
  private boolean isNeutral;

  @Option(
      names = "--note",
      paramLabel = "TEXT",
      description = "What it is for; seen by who makes it only.")
  private String note = "";

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      converter = BaseUrl.Converter.class,
      defaultValue = "${env:SCRIPT_VERSIONING_BASE_URL:-http://127.0.0.1:8080}",
      description = "The address that people open the server by (default: http://127.0.0.1:8080).")
  private @Nullable BaseUrl baseUrl;

  /** Until when it works; one of them at most. */
  static final class LinkEnd {
    private static final int USUAL_DAYS = 30;

    @Option(
        names = "--days",
        paramLabel = "DAYS",
        description = "For how many days it works, to the end of the last one (default: 30).")
    private int days = USUAL_DAYS;

    @Option(
        names = "--until",
        paramLabel = "DATE",
        description = "The last day that it works, as 2027-01-31.")
    private @Nullable LocalDate day;

    @Option(names = "--never", description = "It works until it is revoked; for admins only.")
    private boolean isNever;

    private @Nullable Instant time(Instant now, ZoneId zone) {
      if (isNever) {
        return null;
      }
      LocalDate last = day == null ? LocalDate.ofInstant(now, zone).plusDays(days) : day;
      return ShareTerms.endOfDay(last, zone);
    }
  }

  @Override
  protected void run() throws Exception {
    checkThing();
    @Nullable String password = isPasswordRead ? password() : null;
    try (Database database = data().openExisting()) {
      DataOption.requireWritable(database);
      ShareWork work = ShareWork.on(database);
      Account maker = maker(work);
      SharedThing thing = work.versions().view(script, this::thing);
      NewShareLink made = new NewShareLink(script, thing, terms(work, maker), password);
      out()
          .println(
              Objects.requireNonNull(baseUrl).text()
                  + Urls.SHARE_LINK
                  + work.links().make(maker, made).token().text());
    }
  }

  private void checkThing() {
    boolean isComparison = from != null && to != null;
    boolean isHalf = (from == null) != (to == null);
    int things = (isComparison ? 1 : 0) + (version == null ? 0 : 1) + (isReport ? 1 : 0);
    if (isHalf || things != 1) {
      throw new ParameterException(
          line(), "Say what the link shows: --from and --to, or --version-number, or --report");
    }
  }

  private Account maker(ShareWork work) {
    Account maker = work.accounts().named(email);
    if (maker.isDisabled()) {
      throw new CommandException(
          maker.email() + " is disabled. An admin enables it again on the page People.");
    }
    // As if it were not there, where it may not be read.
    work.versions().script(script);
    Right most = Access.most(maker, work.rights().of(maker), new Thing.GuardedScript(script));
    if (!most.includes(Right.WRITE)) {
      throw new CommandException(
          maker.email() + " may not write this script, and so not share it. Nothing was made.");
    }
    return maker;
  }

  private SharedThing thing(ScriptView view) {
    if (version != null) {
      return SharedThing.version(view, version, isFollowing);
    }
    return isReport
        ? SharedThing.report(view, isFollowing, "")
        : SharedThing.comparison(
            view, Objects.requireNonNull(from), Objects.requireNonNull(to), isFollowing, "");
  }

  private ShareTerms terms(ShareWork work, Account maker) {
    Instant now = work.clock().instant();
    return new ShareTerms(
        now,
        end.time(now, maker.timeZone()),
        maxOpenings,
        !isWithoutDownloads,
        hidesNames,
        isWithWatermark,
        !isNeutral,
        isForComments,
        isForDecisions,
        note.strip());
  }

  private static String password() throws IOException {
    // Not closed: it is the process's own.
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    @Nullable String line = in.readLine();
    if (line == null || line.isEmpty()) {
      throw new CommandException("There is no password on standard input. Nothing was made.");
    }
    return line;
  }
}
