package vorsprung.ingest.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TableReaderTest {
    private static final ColumnMapping ROUNDS = ColumnMapping.of(Map.of(
            "type", "funding-round",
            "column.company", "Firm",
            "column.occurredAt", "Day",
            "column.amountUsd", "Raised ($)",
            "value.source", "our list",
            "value.kind", "EQUITY",
            "dates", "day-first"));

    @Test
    void columnsBecomeFieldsByTheMapping() throws IOException {
        List<Entry> entries = read("Firm,Day,Raised ($),Note\nOpenAI,31/3/2025,\"$40,000,000,000\",x\n", ROUNDS);

        Entry.Good good = (Entry.Good) entries.get(0);
        assertThat(good.report())
                .hasToString("{\"type\":\"funding-round\",\"kind\":\"EQUITY\",\"source\":{\"name\":\"our list\"},"
                        + "\"amountUsd\":40000000000,\"company\":\"OpenAI\",\"occurredAt\":\"2025-03-31\"}");
        assertThat(good.remarks()).containsExactly("columns not used: Note");
        assertThat(good.line()).isEqualTo(2);
    }

    @Test
    void columnsThatBearTheNamesOfFieldsNeedNoMapping() throws IOException {
        List<Entry> entries = read(
                "type,company,model,occurredAt,openWeights\nmodel-release,Meta,Llama 4,2025-04,yes\n",
                ColumnMapping.NONE);

        assertThat(((Entry.Good) entries.get(0)).report())
                .hasToString("{\"type\":\"model-release\",\"company\":\"Meta\",\"model\":\"Llama 4\","
                        + "\"occurredAt\":\"2025-04\",\"openWeights\":true}");
    }

    @Test
    void aCellThatIsNotOfItsFormIsABadRowAndTheNextIsRead() throws IOException {
        List<Entry> entries = read("Firm,Day,Raised ($)\nA,2025,\"1,5\"\nB,2025,2\n", ROUNDS);

        assertThat(entries.get(0)).isEqualTo(new Entry.Bad(2, "Raised ($): expected a number, found \"1,5\""));
        assertThat(entries.get(1)).isInstanceOf(Entry.Good.class);
    }

    @Test
    void aDayThatMayBeReadInTwoWaysNeedsAWord() throws IOException {
        ColumnMapping noOrder = ColumnMapping.of(Map.of("type", "lead-claim"));

        assertThat(read("company,occurredAt\nA,3/4/2025\n", noOrder).get(0))
                .isEqualTo(new Entry.Bad(
                        2,
                        "occurredAt: 3/4/2025 may be read in two ways; say --dates month-first or --dates day-first"));
    }

    @Test
    void aRowCutShortIsBad() throws IOException {
        assertThat(read("Firm,Day,Raised ($)\nA,2025,1\nB,20", ROUNDS).get(1))
                .isEqualTo(new Entry.Bad(3, "has 2 cells, the header has 3"));
    }

    @Test
    void aRowIsCalledByTheLineItBeginsOn() throws IOException {
        List<Entry> entries = read("Firm,Day,Raised ($)\n\"A\nB\nC\",2025,1\nD,2025,x\n", ROUNDS);

        assertThat(entries).extracting(Entry::line).containsExactly(2L, 5L);
    }

    @Test
    void aQuoteThatIsNeverClosedDoesNotFillTheMemory() throws IOException {
        List<Entry> entries =
                read("Firm,Day,Raised ($)\nA,2025,1\n\"" + "x".repeat(TableReader.LONGEST_ROW + 10_000), ROUNDS);

        assertThat(entries.get(1).line()).isEqualTo(3);
        assertThat(((Entry.Bad) entries.get(1)).reason()).contains("a quote may not be closed");
    }

    @Test
    void whatIsNotUtf8IsTold() throws IOException {
        byte[] latin = "Firm,Day,Raised ($)\nA,2025,1\nZürich,2025,1\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(read(latin, ROUNDS)).last().asString().contains("is not UTF-8");
    }

    @Test
    void semicolonsAndAByteOrderMarkAreUnderstood() throws IOException {
        assertThat(((Entry.Good) read("\uFEFFFirm;Day;Raised ($)\r\nA;2025;1\r\n", ROUNDS)
                                .get(0))
                        .report()
                        .path("company"))
                .hasToString("\"A\"");
    }

    @Test
    void aHeaderThatNothingExplainsIsTold() throws IOException {
        assertThat(read("a,b\n1,2\n", ColumnMapping.NONE))
                .singleElement()
                .asString()
                .contains("the header fits no known table", "--map FIELD=COLUMN", "Columns: a, b");
        assertThat(read("a,b\n1,2\n", ROUNDS)).singleElement().asString().contains("there is no column \"");
        assertThat(read("", ROUNDS)).singleElement().asString().contains("is empty");
    }

    @Test
    void aFieldThatThereIsNotIsTold() throws IOException {
        ColumnMapping typo = ColumnMapping.of(Map.of("type", "lead-claim", "column.claimnt", "a"));

        assertThat(read("a,b\n1,2\n", typo)).singleElement().asString().contains("\"claimnt\" is no field of an event");
    }

    private static List<Entry> read(String csv, ColumnMapping mapping) throws IOException {
        return read(csv.getBytes(StandardCharsets.UTF_8), mapping);
    }

    private static List<Entry> read(byte[] csv, ColumnMapping mapping) throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (TableReader reader =
                new TableReader(new ByteArrayInputStream(csv), header -> MappedTable.of(header, mapping))) {
            for (Optional<Entry> next = reader.next(); next.isPresent(); next = reader.next()) {
                entries.add(next.get());
            }
        }
        return entries;
    }
}
