package prismq.t.script.versioning.person;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import prismq.t.script.versioning.account.Account;

/**
 * Proposes whose the names are that nobody has tied: those that differ from another one in case,
 * accents or spaces, or in their e-mail address only, or have the address of another one.
 */
final class NameLikeness {
  private final Map<String, Owner> ownerByName = new HashMap<>();
  private final Map<String, Owner> ownerByEmail = new HashMap<>();
  private final Map<Owner, String> shown = new HashMap<>();

  private NameLikeness() {}

  /** The proposals, in the order of the names. */
  static List<NameProposal> proposals(List<SavedName> names, List<Account> accounts) {
    NameLikeness likeness = new NameLikeness();
    for (Account account : accounts) {
      likeness.know(
          new Owner.OfAccount(account.id()), account.name(), account.name(), account.email());
    }
    for (SavedName name : names) {
      if (name.person() != null) {
        Owner owner =
            name.account() == null
                ? new Owner.OfPerson(name.person())
                : new Owner.OfAccount(name.account());
        likeness.know(owner, name.shown(), name.name(), name.email());
        likeness.know(owner, name.shown(), name.shown(), "");
      }
    }
    return likeness.of(names.stream().filter(name -> !name.isTied()).toList());
  }

  private void know(Owner owner, String shownName, String name, String email) {
    shown.putIfAbsent(owner, shownName);
    ownerByName.putIfAbsent(key(name), owner);
    if (!email.isBlank()) {
      ownerByEmail.putIfAbsent(key(email), owner);
    }
  }

  private List<NameProposal> of(List<SavedName> untied) {
    Map<Owner, List<SavedName>> owned = new LinkedHashMap<>();
    Map<String, List<SavedName>> sameName = new LinkedHashMap<>();
    for (SavedName name : untied) {
      Owner owner = ownerByName.get(key(name.name()));
      if (owner == null && !name.email().isBlank()) {
        owner = ownerByEmail.get(key(name.email()));
      }
      if (owner != null) {
        owned.computeIfAbsent(owner, of -> new ArrayList<>()).add(name);
      } else {
        sameName.computeIfAbsent(key(name.name()), of -> new ArrayList<>()).add(name);
      }
    }
    List<NameProposal> proposals = new ArrayList<>();
    owned.forEach(
        (owner, names) ->
            proposals.add(new NameProposal(names, owner, shown.getOrDefault(owner, ""))));
    Map<String, List<SavedName>> sameEmail = new LinkedHashMap<>();
    sameName
        .values()
        .forEach(
            names -> {
              if (names.size() > 1) {
                proposals.add(together(names));
              } else if (!names.get(0).email().isBlank()) {
                sameEmail
                    .computeIfAbsent(key(names.get(0).email()), of -> new ArrayList<>())
                    .addAll(names);
              }
            });
    sameEmail.values().stream()
        .filter(names -> names.size() > 1)
        .forEach(names -> proposals.add(together(names)));
    return proposals;
  }

  private static NameProposal together(List<SavedName> names) {
    String name = People.mostUsed(names).name();
    return new NameProposal(names, new Owner.OfNames(name), name);
  }

  private static String key(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("[\\p{M}\\p{Cf}]", "")
        .replaceAll("[\\s\\p{Z}]+", " ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }
}
