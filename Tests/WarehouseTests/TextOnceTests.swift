import Model
import Testing

@testable import Warehouse

@Suite("A warehouse in which copies had figures of their own") struct TextOnceTests {
  private static let text = "Thu 5 tỷ đồng."
  private static let digest = String(repeating: "ab", count: 32)

  /// Two documents with one text, as the schema was before texts were stored once.
  private func old() throws -> Fixture {
    let fixture = try Fixture()
    let connection = try Connection(path: fixture.path, mode: .write)
    let schema = try Migration.load(folder: Fixture.schema).prefix(6)
    for migration in schema { try connection.execute(migration.file.text) }
    try connection.execute(
      """
      PRAGMA application_id = \(SchemaKeeper.applicationID); PRAGMA user_version = 6;
      INSERT INTO run (run_id, started, finished, status, program_version, rules_digest, arguments,
        figures_added)
      VALUES (1, '2024-01-01T00:00:00Z', '2024-01-01T00:00:01Z', 'done', '0', 'r0', 'run', 2);
      INSERT INTO meta VALUES ('search_pending', '1');
      INSERT INTO rule_set VALUES (1, 'r0');
      INSERT INTO unit VALUES (1, 'VND', NULL);
      INSERT INTO rule VALUES (1, 'numbers:single');
      INSERT INTO figure_tally (run_id, kind, added, superseded) VALUES (1, 'money', 2, 0);
      """)
    for (key, id) in [(1, "a"), (2, "b")] {
      let name = FigureID(
        document: id, digest: Self.digest, byteStart: 4, byteEnd: 18, ordinal: 0)
      try connection.execute(
        """
        INSERT INTO document VALUES (\(key), '\(id)');
        INSERT INTO document_version (version_key, document_key, version, digest, rule_set_key,
          metadata_digest, char_count, digit_runs, digit_runs_lost, figure_count, time_count,
          reference_count, rejected_count, figures_read, figures_doubtful, figures_with_period,
          figures_with_place, figures_with_source, figures_with_indicator, first_run_id, last_run_id)
        VALUES (\(key), \(key), 1, '\(Self.digest)', 1, 'm', 14, 1, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 1);
        INSERT INTO document_text VALUES (\(key), '\(Self.text)');
        INSERT INTO document_appearance
        VALUES (\(key), 1, '\(key == 1 ? "first" : "exact")', x'');
        INSERT INTO figure (figure_key, figure_id, version_key, first_run_id, char_start, char_end,
          byte_start, byte_end, quote, kind, value, value_real, precision, unit_key, status, rule_key,
          verdict, span_ordinal)
        VALUES (\(key), '\(name)', \(key), 1, 4, 13, 4, 18, '5 tỷ đồng', 'money', '5000000000', 5e9, 9,
          1, 'actual', 1, 'ok', 0);
        INSERT INTO numeral VALUES (\(key), 0, 4, 13, 4, 18, 1, 'figure', 1, NULL);
        """)
    }
    return fixture
  }

  private func reading(_ id: String) -> DocumentReading {
    DocumentReading(
      document: Document(id: id, text: Array(Self.text.utf8), digest: Self.digest),
      figures: [
        Sample.figure(
          "5 tỷ đồng", .money, "5000000000", unit: "VND", document: id, text: Self.text)
      ],
      numerals: [Sample.numeral("5 tỷ đồng", .figure, runs: 1, text: Self.text)])
  }

  @Test(
    "keeps them until it is read again, and then the first one's alone", arguments: [true, false])
  func upgrade(firstComesFirst: Bool) throws {
    let fixture = try old()
    let warehouse = try fixture.open()
    #expect(try warehouse.value("SELECT count(*) FROM figures") == .integer(2))
    let broken = try warehouse.brokenPromises()
    #expect(broken == [])
    let run = try warehouse.begin()
    for id in firstComesFirst ? ["a", "b"] : ["b", "a"] {
      try warehouse.store(reading(id), run: run, rulesDigest: "r1")
    }
    #expect(try warehouse.orphanedAppearances() == [])
    #expect(try warehouse.lines("SELECT document FROM figures") == ["a"])
    #expect(
      try warehouse.lines("SELECT document, text_document FROM appearances ORDER BY 1")
        == ["a|a", "b|a"])
    #expect(try warehouse.brokenPromises() == [])
  }
}
