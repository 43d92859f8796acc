package vorsprung.processor.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vorsprung.processor.http.ApiFixture.parsed;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class StatusApiTest {

    @Test
    void theStatusTellsStateInstancesPartitionsStoresAndVersionsAndIsNeverKept() {
        try (ApiFixture api = new ApiFixture()) {
            HttpResponse<String> status = api.ask("/v1/status");

            assertThat(status.headers().firstValue("cache-control")).contains("no-store");
            assertThat(status.headers().firstValue("etag")).isEmpty();
            assertThat(parsed(status.body())).isEqualTo(parsed("""
                    {
                      "versions": {"kafka": "4.4.0", "java": "17"},
                      "state": "RUNNING",
                      "instances": [
                        {
                          "host": "127.0.0.1:8080",
                          "reachable": true,
                          "state": "RUNNING",
                          "versions": {"kafka": "4.4.0", "java": "17"},
                          "activePartitions": 1,
                          "standbyPartitions": 0,
                          "lag": 2,
                          "restoring": {"partitions": 0, "records": 0, "of": 0}
                        }
                      ],
                      "partitions": [
                        {
                          "instance": "127.0.0.1:8080",
                          "topic": "market.funding-rounds",
                          "partition": 0,
                          "task": "0_0",
                          "role": "active",
                          "committedOffset": 5,
                          "endOffset": 7,
                          "lag": 2
                        }
                      ],
                      "stores": [
                        {"instance": "127.0.0.1:8080", "store": "reports-by-company", "partition": 0, "lag": 0}
                      ]
                    }
                    """));
        }
    }
}
