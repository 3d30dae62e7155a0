import ArgumentParser
import Pipeline

struct Schema: SolieuCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Describes the warehouse: its tables, columns, views and queries, in Markdown.",
    discussion: """
      What is said comes from the comments of the files in Warehouse/; no warehouse is needed.

        solieu schema > docs/warehouse.md
      """)

  @OptionGroup var data: RootOptions

  func execute() throws -> Int32 {
    let output = Output()
    try output.write(WarehouseReference(root: data.find()).markdown())
    try output.flush()
    return 0
  }
}
