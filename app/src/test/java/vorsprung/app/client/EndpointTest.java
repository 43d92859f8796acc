package vorsprung.app.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EndpointTest {

    @Test
    void aPathInTheAddressIsAPrefix() {
        Endpoint endpoint = Endpoint.of(Service.QUERY_API, "https://market.example/api/ ", Optional.empty());

        assertThat(endpoint.at(ApiPath.of("v1", "companies"))).hasToString("https://market.example/api/v1/companies");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8080", "ftp://x", "http://", "", "http://x?y=z", "a b"})
    void whatIsNoWebAddressIsRefusedByItsOption(String address) {
        assertThatThrownBy(() -> Endpoint.of(Service.GATEWAY, address, Optional.empty()))
                .isInstanceOf(BadAddressException.class)
                .hasMessageContaining("--gateway")
                .hasMessageContaining("VORSPRUNG_GATEWAY");
    }

    @Test
    void aTokenIsNeverShown() {
        Endpoint endpoint = Endpoint.of(Service.QUERY_API, "http://x", Optional.of("secret"));

        assertThat(endpoint.token()).contains("secret");
        assertThat(endpoint.toString()).doesNotContain("secret");
    }

    @Test
    void whateverIsInAnIdStaysWithinItsSegment() {
        ApiPath path = ApiPath.of("v1", "a/../b?c=d#e", "ü %").with("asOf", "2025 & more");

        assertThat(path.encoded()).isEqualTo("/v1/a%2F..%2Fb%3Fc%3Dd%23e/%C3%BC%20%25?asOf=2025%20%26%20more");
    }
}
