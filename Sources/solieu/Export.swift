import ArgumentParser
import Pipeline
import Warehouse

struct Export: SolieuCommand {
  enum Form: String, CaseIterable, ExpressibleByArgument {
    case sdmxCsv = "sdmx-csv"
    case sdmxStructure = "sdmx-structure"
    case dataPackage = "data-package"
    case parquetCsv = "parquet-csv"
    case datasette
  }

  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes the warehouse for other programs.",
    discussion: """
      sdmx-csv        the indicators as observations, SDMX-CSV 2.0
      sdmx-structure  their data structure definition and code lists, SDMX-JSON 2.0
      data-package    a folder with a Frictionless data package: CSV files and datapackage.json
      parquet-csv     a folder with typed CSV files, and to-parquet.sql for DuckDB
      datasette       the metadata for Datasette; needs no warehouse

      All of it is of one moment, also while a run is writing, and always in the same order. In CSV \
      null is nothing between the commas, and an empty text two quotes.

        solieu export sdmx-csv > observations.csv
        solieu export data-package --output package
        solieu export parquet-csv --output parquet && (cd parquet && duckdb < to-parquet.sql)
      """)

  @OptionGroup var common: WarehouseOptions

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp(
      "The file, or for a package and for Parquet the folder, that is written.", valueName: "path"))
  var output: String?

  @Flag(help: "Export the articles' own texts too, which you may not be free to pass on.")
  var withTexts = false

  @Argument(help: "sdmx-csv, sdmx-structure, data-package, parquet-csv or datasette.")
  var form: Form

  func validate() throws {
    if output == nil, form == .dataPackage || form == .parquetCsv {
      throw ValidationError("\(form.rawValue) writes a folder; name it by --output")
    }
    if withTexts, form != .dataPackage, form != .parquetCsv {
      throw ValidationError("--with-texts is for data-package and parquet-csv")
    }
  }

  func execute() throws -> Int32 {
    let root = try common.data.find()
    if form == .datasette {
      let yaml = try DatasetteMetadata(root: root).yaml()
      try write { try $0.write(yaml) }
      return 0
    }
    let export = try WarehouseExport(common.openForReading(root), root: root)
    switch (form, output) {
    case (.dataPackage, let folder?):
      tell(try export.dataPackage(to: folder, keepsTexts: withTexts), folder)
    case (.parquetCsv, let folder?):
      let counts = try export.parquet(to: folder, keepsTexts: withTexts) {
        Words.logger.warning("\($0)")
      }
      tell(counts, folder)
    case (.sdmxStructure, _): try write { try export.sdmxStructure(to: $0) }
    default: try write { try export.sdmx(to: $0) }
    }
    return 0
  }

  private func write(_ body: (Output) throws -> Void) throws {
    if let output { return try Output.replacing(output, body) }
    let standard = Output()
    try body(standard)
    try standard.flush()
  }

  private func tell(_ counts: [(table: String, rows: Int)], _ folder: String) {
    let rows = counts.map { "\($0.rows) \($0.table)" }.joined(separator: ", ")
    Words.logger.info("\(folder): \(rows)")
  }
}
