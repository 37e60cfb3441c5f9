package prismq.t.script.versioning;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.ManagedByCreators;
import prismq.t.script.versioning.access.ScriptRights;
import prismq.t.script.versioning.account.Accounts;
import prismq.t.script.versioning.account.Admissions;
import prismq.t.script.versioning.account.BegunSignOns;
import prismq.t.script.versioning.account.Links;
import prismq.t.script.versioning.account.PasswordChecks;
import prismq.t.script.versioning.account.Sessions;
import prismq.t.script.versioning.account.SignIns;
import prismq.t.script.versioning.account.TechnicalAccounts;
import prismq.t.script.versioning.account.letter.AccountMails;
import prismq.t.script.versioning.account.oidc.OidcProvider;
import prismq.t.script.versioning.api.ChangeWait;
import prismq.t.script.versioning.api.SuggestionsApi;
import prismq.t.script.versioning.audit.AuditAct;
import prismq.t.script.versioning.audit.AuditLog;
import prismq.t.script.versioning.audit.AuditedHistory;
import prismq.t.script.versioning.audit.RefusalLog;
import prismq.t.script.versioning.comment.CommentDrafts;
import prismq.t.script.versioning.comment.CommentSearch;
import prismq.t.script.versioning.comment.GuestCommentForms;
import prismq.t.script.versioning.comment.GuestThreads;
import prismq.t.script.versioning.comment.ScriptReaders;
import prismq.t.script.versioning.comment.SuggestionAcceptance;
import prismq.t.script.versioning.comment.Suggestions;
import prismq.t.script.versioning.comment.Threads;
import prismq.t.script.versioning.compare.CompareTwins;
import prismq.t.script.versioning.compare.Comparisons;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.draft.Drafts;
import prismq.t.script.versioning.group.Groups;
import prismq.t.script.versioning.guest.GuestNames;
import prismq.t.script.versioning.history.BranchManager;
import prismq.t.script.versioning.history.Changes;
import prismq.t.script.versioning.history.HistoryListener;
import prismq.t.script.versioning.history.HistoryListeners;
import prismq.t.script.versioning.history.MergeHandler;
import prismq.t.script.versioning.history.RebaseHandler;
import prismq.t.script.versioning.history.RollbackHandler;
import prismq.t.script.versioning.history.ScriptLists;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.label.EditorialRecords;
import prismq.t.script.versioning.label.LabelRules;
import prismq.t.script.versioning.label.Labelling;
import prismq.t.script.versioning.mail.MailQueue;
import prismq.t.script.versioning.mail.MailSettings;
import prismq.t.script.versioning.notification.MailStops;
import prismq.t.script.versioning.notification.NotificationMails;
import prismq.t.script.versioning.notification.NotificationTimer;
import prismq.t.script.versioning.notification.NotificationWording;
import prismq.t.script.versioning.notification.Notifications;
import prismq.t.script.versioning.notification.Notifier;
import prismq.t.script.versioning.notification.PrivateFeeds;
import prismq.t.script.versioning.notification.UnsubscribeLinks;
import prismq.t.script.versioning.notification.Watches;
import prismq.t.script.versioning.person.People;
import prismq.t.script.versioning.project.Pins;
import prismq.t.script.versioning.project.Projects;
import prismq.t.script.versioning.readmark.OwnWords;
import prismq.t.script.versioning.readmark.ReadMarks;
import prismq.t.script.versioning.readmark.UnreadWording;
import prismq.t.script.versioning.report.Reports;
import prismq.t.script.versioning.report.ReviewAnnexes;
import prismq.t.script.versioning.review.Candidates;
import prismq.t.script.versioning.review.GuestDecisionForms;
import prismq.t.script.versioning.review.GuestVerdicts;
import prismq.t.script.versioning.review.PassingOn;
import prismq.t.script.versioning.review.ReviewReader;
import prismq.t.script.versioning.review.Reviewing;
import prismq.t.script.versioning.review.Reviews;
import prismq.t.script.versioning.review.TurnReader;
import prismq.t.script.versioning.review.VersionMakers;
import prismq.t.script.versioning.revision.Revisions;
import prismq.t.script.versioning.search.Annotations;
import prismq.t.script.versioning.search.Indexing;
import prismq.t.script.versioning.search.Passages;
import prismq.t.script.versioning.search.Search;
import prismq.t.script.versioning.search.index.IndexWriter;
import prismq.t.script.versioning.search.index.PassageIndex;
import prismq.t.script.versioning.share.EndingLinks;
import prismq.t.script.versioning.share.ShareLinks;
import prismq.t.script.versioning.share.letter.EndingLinkMails;
import prismq.t.script.versioning.share.letter.EndingLinkWording;
import prismq.t.script.versioning.share.page.GuestComparison;
import prismq.t.script.versioning.share.page.GuestPage;
import prismq.t.script.versioning.share.page.GuestReport;
import prismq.t.script.versioning.share.page.GuestVersion;
import prismq.t.script.versioning.share.page.ShareLinkRows;
import prismq.t.script.versioning.statistics.LengthWarnings;
import prismq.t.script.versioning.statistics.Lengths;
import prismq.t.script.versioning.statistics.Measures;
import prismq.t.script.versioning.statistics.VersionFigures;
import prismq.t.script.versioning.token.TokenSaves;
import prismq.t.script.versioning.token.Tokens;
import prismq.t.script.versioning.transfer.page.ImportJobs;
import prismq.t.script.versioning.unread.UnreadChanges;
import prismq.t.script.versioning.web.Assets;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.Requesters;
import prismq.t.script.versioning.web.ShareUrls;
import prismq.t.script.versioning.web.Templates;
import prismq.t.script.versioning.webhook.WebhookSender;
import prismq.t.script.versioning.webhook.Webhooks;

/** What pages and calls of the API work with, made once on an open database. */
final class Services {
  final Clock clock = Clock.systemUTC();
  final Database database;
  final AuditLog auditLog;
  final RefusalLog refusals;
  final Retention retention;
  final VersionManager versions;
  final Drafts drafts;
  final ScriptLists scriptLists;
  final BranchManager branches;
  final RollbackHandler rollbacks;
  final MergeHandler merges;
  final RebaseHandler rebases;
  final Changes changes;
  final ChangeWait changeWait;
  final Comparisons comparisons;
  final CompareTwins compareTwins;
  final ReadMarks readMarks;
  final UnreadWording unreadWording;
  final UnreadChanges unreadChanges;
  final Indexing indexing;
  final Passages passages;
  final Annotations annotations;
  final Threads threads;
  final CommentDrafts commentDrafts;
  final CommentSearch commentSearch;
  final Suggestions suggestions;
  final SuggestionAcceptance acceptance;
  final SuggestionsApi suggestionsApi;
  final Search search;
  final Reports reports;
  final Revisions revisions;
  final ImportJobs importJobs;
  final Accounts accounts;
  final Links links;
  final Sessions sessions;
  final PasswordChecks passwordChecks;
  final SignIns signIns;
  final Tokens tokens;
  final Groups groups;
  final ScriptRights scriptRights;
  final Projects projects;
  final Pins pins;
  final ShareLinks shareLinks;
  final EndingLinks endingLinks;
  final ShareLinkRows shareLinkRows;
  final Requesters requesters;
  final Candidates candidates;
  final TechnicalAccounts technicalAccounts;
  final PassingOn passingOn;
  final LabelRules labelRules;
  final Labelling labelling;
  final EditorialRecords editorialRecords;
  final Reviews reviews;
  final Reviewing reviewing;
  final Measures measures;
  final Lengths lengths;
  final VersionFigures versionFigures;
  final People people;
  final Admissions admissions;
  final BegunSignOns begunSignOns;
  final @Nullable OidcProvider signOn;
  final @Nullable AccountMails mails;
  final @Nullable EndingLinkMails endingLinkMails;
  final Watches watches;
  final MailStops mailStops;
  final PrivateFeeds privateFeeds;
  final Webhooks webhooks;
  final WebhookSender webhookSender;
  final Notifications notifications;
  final UnsubscribeLinks unsubscribeLinks;
  final NotificationTimer notificationTimer;
  final Assets assets;
  final Pages pages;
  final ShareUrls shareUrls;
  final GuestNames guestNames;
  final GuestThreads guestThreads;
  final GuestVerdicts guestVerdicts;
  final GuestPage guestPage;

  private final PassageIndex passageIndex;

  Services(Config config, Database database) {
    this.database = database;
    this.auditLog = new AuditLog(database, clock);
    this.refusals = new RefusalLog(auditLog, AuditAct.REFUSED, clock);
    HistoryListener indexed = new HistoryListeners(new IndexWriter(), new ManagedByCreators());
    HistoryListener audited =
        new HistoryListeners(
            indexed,
            new AuditedHistory(auditLog),
            new TokenSaves(),
            new VersionMakers(),
            new OwnWords(clock));
    this.versions = new VersionManager(database, audited, clock, config.sizeLimit());
    this.drafts = new Drafts(database, clock);
    this.notifications = new Notifications(database, clock);
    this.watches = new Watches(database);
    this.mailStops = new MailStops(database);
    this.privateFeeds = new PrivateFeeds(database, clock);
    this.unsubscribeLinks = new UnsubscribeLinks(database);
    this.retention =
        new Retention(auditLog::forgetAddresses, drafts::forgetOld, notifications::forgetOld);
    this.scriptLists = versions.scriptLists();
    this.branches = new BranchManager(database, audited, clock);
    this.rebases = new RebaseHandler(versions);
    this.rollbacks = new RollbackHandler(versions);
    this.merges = new MergeHandler(versions);
    this.changes = new Changes(database);
    this.changeWait = new ChangeWait(changes);
    this.comparisons = new Comparisons(versions);
    this.compareTwins = new CompareTwins(versions, comparisons);
    this.readMarks = new ReadMarks(database, versions, notifications::seeVersions, clock);
    this.unreadWording = new UnreadWording(database, versions, readMarks);
    this.unreadChanges = new UnreadChanges(database, versions, comparisons, readMarks);
    this.passageIndex = new PassageIndex(database);
    this.indexing = new Indexing(database, versions);
    indexing.clearIfOutdated();
    this.passages = new Passages(versions, passageIndex, indexing);
    this.annotations = new Annotations(passages);
    this.search = new Search(database, versions, passageIndex, passages);
    this.links = new Links(database, clock);
    this.accounts = new Accounts(database, links, clock);
    this.sessions = new Sessions(database, clock);
    this.tokens = new Tokens(database, accounts, clock);
    this.passwordChecks = new PasswordChecks(database, clock);
    this.signIns = new SignIns(database, accounts, passwordChecks, clock);
    this.groups = new Groups(database, auditLog, accounts);
    this.scriptRights = new ScriptRights(database, auditLog, accounts, groups, scriptLists);
    this.threads =
        new Threads(database, passages, auditLog, new ScriptReaders(accounts, scriptRights), clock);
    this.commentDrafts = new CommentDrafts(database, threads);
    this.suggestions = new Suggestions(database, versions, passages, auditLog, clock);
    this.commentSearch = new CommentSearch(database);
    this.projects = new Projects(database, auditLog, scriptRights, clock);
    this.pins = new Pins(database);
    this.shareLinks = new ShareLinks(database, accounts, scriptRights, clock);
    this.endingLinks = new EndingLinks(database, shareLinks, clock);
    this.shareLinkRows = new ShareLinkRows(versions, shareLinks, accounts, clock);
    this.requesters =
        new Requesters(
            accounts, sessions, tokens, scriptRights, shareLinks, config.isOnlyThisComputer());
    this.candidates = new Candidates(accounts, groups, scriptRights);
    this.technicalAccounts = new TechnicalAccounts(database, auditLog);
    this.reviews =
        new Reviews(
            database,
            versions,
            comparisons,
            new ReviewReader(database, accounts, candidates),
            new TurnReader(database, accounts, technicalAccounts, candidates),
            clock);
    this.acceptance = new SuggestionAcceptance(versions, suggestions, reviews::newest);
    this.suggestionsApi = new SuggestionsApi(versions, suggestions, acceptance);
    this.passingOn =
        new PassingOn(database, reviews, candidates, technicalAccounts, auditLog, clock);
    this.labelRules =
        new LabelRules(database, versions, accounts, groups, reviews, threads, auditLog, clock);
    this.labelling = new Labelling(database, versions, labelRules, auditLog, clock);
    this.editorialRecords =
        new EditorialRecords(
            database,
            versions,
            accounts,
            technicalAccounts,
            reviews,
            labelRules,
            annotations,
            auditLog,
            clock);
    this.reviewing = new Reviewing(database, versions, reviews, readMarks, auditLog, clock);
    this.measures = new Measures(database, versions);
    this.lengths = new Lengths(database, versions, auditLog);
    this.versionFigures = new VersionFigures(measures, reviews);
    this.people = new People(database, accounts, auditLog);
    this.admissions = new Admissions(database, accounts, clock);
    this.begunSignOns = new BegunSignOns(database, clock);
    this.signOn = config.signOn() == null ? null : new OidcProvider(config.signOn());
    Templates templates = new Templates(config.develop() ? Path.of("templates") : null);
    @Nullable NotificationMails notificationMails = null;
    @Nullable MailSettings mailSettings = config.mail();
    if (mailSettings == null) {
      this.mails = null;
      this.endingLinkMails = null;
    } else {
      MailQueue queue = new MailQueue(mailSettings, clock);
      String baseUrl = Objects.requireNonNull(config.baseUrl());
      this.mails = new AccountMails(queue, accounts, links, baseUrl);
      this.endingLinkMails =
          new EndingLinkMails(
              endingLinks, new EndingLinkWording(accounts, versions, baseUrl), queue);
      notificationMails =
          new NotificationMails(
              database,
              accounts,
              scriptRights,
              watches,
              mailStops,
              new NotificationWording(versions, comparisons, unsubscribeLinks, templates, baseUrl),
              queue,
              clock);
    }
    this.webhooks = new Webhooks(database, auditLog, clock);
    this.webhookSender =
        new WebhookSender(
            database,
            accounts,
            scriptRights,
            notifications,
            Objects.requireNonNullElse(config.baseUrl(), ""),
            config.tellsInside(),
            clock);
    this.notificationTimer =
        new NotificationTimer(
            database,
            new Notifier(
                database,
                accounts,
                scriptRights,
                new LengthWarnings(versions, lengths, versionFigures, reviews)),
            notificationMails,
            clock);
    this.importJobs =
        new ImportJobs(
            new VersionManager(database, indexed, clock, config.sizeLimit()),
            scriptRights::now,
            auditLog,
            clock,
            config.sizeLimit());
    this.assets = new Assets(config.develop() ? Path.of("static") : null);
    this.guestNames = new GuestNames(database, accounts, auditLog);
    this.guestVerdicts = new GuestVerdicts(database, guestNames, auditLog, clock);
    ReviewAnnexes annexes =
        new ReviewAnnexes(
            versions, reviews, guestVerdicts, threads, suggestions, labelRules, technicalAccounts);
    this.reports = new Reports(versions, comparisons, templates, assets, annexes, clock);
    this.revisions = new Revisions(database, versions);
    this.pages =
        new Pages(
            assets,
            clock,
            database::changeCount,
            () -> database.condition().sentence(),
            notifications::unseen,
            templates);
    this.shareUrls = new ShareUrls(config.baseUrl());
    this.guestThreads = new GuestThreads(database, threads, guestNames, auditLog, clock);
    GuestDecisionForms guestDecisions = new GuestDecisionForms(guestVerdicts);
    GuestCommentForms guestComments = new GuestCommentForms(guestThreads);
    this.guestPage =
        new GuestPage(
            shareLinks,
            new GuestComparison(
                versions,
                comparisons,
                shareLinks,
                accounts,
                clock,
                pages,
                guestComments,
                guestDecisions),
            new GuestVersion(
                versions, shareLinks, accounts, clock, pages, guestComments, guestDecisions),
            new GuestReport(versions, reports, shareLinks, accounts, clock, pages),
            guestComments,
            guestDecisions);
  }
}
