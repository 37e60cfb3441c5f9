package prismq.t.script.versioning.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ServerNamesTest {
  private static final List<String> LOOPBACK =
      List.of("localhost", "LOCALHOST:8080", "localhost.", "127.0.0.1:8080", "[::1]", "[::1]:80");
  private static final List<String> LOCAL =
      List.of(
          "192.168.0.7",
          "10.0.0.1:8080",
          "[fe80::1]:8080",
          "scripts",
          "Scripts:8080",
          "nas.local",
          "nas.lan",
          "nas.internal:81",
          "nas.home.arpa.");
  private static final List<String> FOREIGN =
      List.of(
          "evil.example",
          "evil.example:8080",
          "192.168.0.7.evil.example",
          "127.0.0.1.evil.example",
          "localhost.evil.example",
          "nas.local.evil.example",
          "evil-local.example.",
          "scripts.example.org.evil.example",
          "evil.scripts.example.org",
          "[::1].evil.example",
          "evil.example:80:80",
          "");

  @Test
  void aServerOfThisMachineAnswersOnlyToItsNames() {
    ServerNames names = ServerNames.ofThisMachine(List.of());
    assertThat(LOOPBACK).allMatch(names::include);
    assertThat(LOCAL).noneMatch(names::include);
    assertThat(FOREIGN).noneMatch(names::include);
    assertThat(names.include(null)).isFalse();
  }

  @Test
  void aServerForTheNetworkAnswersToAddressesAndToNamesThatNobodyCanRegister() {
    ServerNames names = ServerNames.ofTheNetwork(List.of());
    assertThat(LOOPBACK).allMatch(names::include);
    assertThat(LOCAL).allMatch(names::include);
    assertThat(FOREIGN).noneMatch(names::include);
    assertThat(names.include(null)).isTrue();
  }

  @Test
  void aNameThatWasGivenIsAnsweredTo() {
    List<String> given = List.of("Scripts.Example.org");
    for (ServerNames names :
        List.of(ServerNames.ofThisMachine(given), ServerNames.ofTheNetwork(given))) {
      assertThat(List.of("scripts.example.org", "SCRIPTS.example.org.:443"))
          .allMatch(names::include);
      assertThat(FOREIGN).noneMatch(names::include);
    }
  }

  @Test
  void aNameHasNoSchemeAndNoPort() {
    assertThat(List.of("scripts", "scripts.example.org", "brücke.example."))
        .allMatch(ServerNames::isName);
    assertThat(List.of("http://scripts", "scripts:80", "a b", "a..b", "*", "*.example.org", ""))
        .noneMatch(ServerNames::isName);
  }
}
