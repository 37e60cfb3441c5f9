package prismq.t.script.versioning.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {
  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "172.16.0.0/12", "::1", "fd00::/8", "0.0.0.0/0"})
  void addressesAndNetworksAreTaken(String proxy) {
    assertThatCode(() -> Proxies.of(List.of(proxy))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"caddy", "", "127.0.0", "127.0.0.1/33", "127.0.0.1/", "::1/129", "1.2.3.4.5", "*"})
  void whatIsNeitherIsRefused(String proxy) {
    assertThatThrownBy(() -> Proxies.of(List.of(proxy)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(proxy);
  }
}
