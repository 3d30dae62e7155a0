import Testing

@testable import Warehouse

@Suite("The catalog") struct CatalogTests {
  @Test("finds the comments of a table and its columns")
  func table() {
    let comments = SQLComments(
      of: """
        -- Before it.
        CREATE TABLE "t" (
          -- What it holds,
          -- in two lines.
          a TEXT PRIMARY KEY,        -- the first, with a (bracket
          b TEXT NOT NULL            -- the second,
                                     -- at length
            CHECK (b = 'x, -- y' OR b = 'it''s'),
          -- About the implementation.
          c INTEGER /* the third */,
          -- The fourth.
          "d e" REAL, f TEXT,
          PRIMARY KEY (a, c)
        ) STRICT;
        """)
    #expect(comments.whole == "Before it. What it holds, in two lines.")
    #expect(
      comments.columns == [
        "a": "the first, with a (bracket", "b": "the second, at length", "c": "the third",
        "d e": "The fourth.",
      ])
  }

  @Test("finds the comments of a view and its columns")
  func view() {
    let comments = SQLComments(
      of: """
        -- What it shows.
        CREATE VIEW v AS
        WITH w AS (SELECT 1 AS no -- not this
        )
        SELECT
          -- One of those.
          CASE WHEN x THEN (SELECT max(y) FROM z /* nor this */) END AS one,
          t.two,  -- its second
          count(*) AS three -- how many
        FROM t -- nor that
        """)
    #expect(comments.whole == "What it shows.")
    #expect(
      comments.columns == ["one": "One of those.", "two": "its second", "three": "how many"])
  }

  @Test("has every table and view, described, with the columns' types")
  func whole() throws {
    let fixture = try Fixture()
    let catalog = try fixture.open().catalog(viewsFolder: Fixture.views)
    #expect(catalog.map(\.name) == catalog.map(\.name).sorted())
    #expect(!catalog.contains { $0.name.hasPrefix("sqlite") || $0.columns.isEmpty })
    let figures = try #require(catalog.first { $0.name == "figures" })
    #expect(figures.kind == .view)
    #expect(figures.comment.hasPrefix("The figures believed now"))
    #expect(figures.column("value_real")?.type == "REAL")
    // Said of the table that it comes from, and of the view itself.
    #expect(figures.column("value_real")?.comment.hasPrefix("the nearest floating-point") == true)
    #expect(figures.column("prefix")?.comment.hasPrefix("W3C TextQuote") == true)
    let run = try #require(catalog.first { $0.name == "run" })
    #expect(run.kind == .table)
    #expect(run.column("finished")?.isNullable == true)
    #expect(run.column("started")?.isNullable == false)
  }
}
