import Model
import Warehouse

extension WarehouseExport {
  /// Writes what the observations are made of as a structure message of SDMX-JSON 2.0: the dataflow,
  /// its data structure definition, its concepts, and the code lists of what has codes of SDMX's kind.
  ///
  /// Indicators and units have none, as their codes hold dots, slashes and letters of Vietnamese.
  public func sdmxStructure(to output: Output) throws {
    let structure = try SDMXStructure(
      view: described(surface.sdmx.view), sdmx: surface.sdmx, places: places(),
      prepared: lastRun())
    try output.write(structure.json())
    try output.flush()
  }

  private func places() throws -> [(code: String, name: String)] {
    let query = try warehouse.query(
      """
      SELECT code, name FROM place AS p
      WHERE valid_from = (SELECT max(valid_from) FROM place AS q WHERE q.code = p.code)
      ORDER BY code
      """)
    return try query.rows().map { ($0[0].description, $0[1].description) }
  }

  /// When the warehouse was last brought up to date: the message is the same until the next time.
  private func lastRun() throws -> String {
    let row = try warehouse.query(
      "SELECT coalesce(max(finished), max(started), '1970-01-01T00:00:00Z') FROM run"
    ).next()
    return row?[0].description ?? ""
  }
}

/// The structure of the observations, as SDMX describes it.
struct SDMXStructure {
  private struct Codelist {
    var column: String
    var codes: [(code: String, name: String)]
  }

  private let view: CatalogEntry
  private let sdmx: Surface.SDMX
  private let prepared: String
  private let codelists: [Codelist]
  private let agency: String
  private let dataflow: String
  private let version: String

  private static let time = "TIME_PERIOD"
  private static let measure = "OBS_VALUE"
  private static let area = "REF_AREA"

  /// Throws ``PipelineError`` when the dataflow is not named as it should be.
  init(
    view: CatalogEntry, sdmx: Surface.SDMX, places: [(code: String, name: String)],
    prepared: String
  ) throws(PipelineError) {
    let parts = sdmx.dataflow.split { ":()".contains($0) }.map(String.init)
    guard parts.count == 3 else {
      throw PipelineError(
        "Warehouse/surface.yaml: write the dataflow as AGENCY:ID(VERSION), not '\(sdmx.dataflow)'")
    }
    agency = parts[0]
    dataflow = parts[1]
    version = parts[2]
    self.view = view
    self.sdmx = sdmx
    self.prepared = prepared
    codelists = view.columns.compactMap { column in
      let codes = column.name == Self.area ? places : Self.codes(in: column.comment)
      return codes.isEmpty ? nil : Codelist(column: column.name, codes: codes)
    }
  }

  /// The codes that a column's comment tells: `CL_FREQ: A year, Q quarter`.
  static func codes(in comment: String) -> [(code: String, name: String)] {
    guard comment.hasPrefix("CL_"), let colon = comment.firstIndex(of: ":") else { return [] }
    return comment[comment.index(after: colon)...].split(separator: ",").compactMap { item in
      let words = item.split(separator: " ", maxSplits: 1)
      return words.count == 2 ? (String(words[0]), String(words[1])) : nil
    }
  }

  func json() -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    object("meta", &writer) { writer in
      writer.member("id", "\(dataflow)_STRUCTURE")
      writer.member(
        "schema",
        "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/structure-message/tools/schemas/2.0.0/"
          + "sdmx-json-structure-schema.json")
      writer.member("prepared", prepared)
      object("sender", &writer) { $0.member("id", agency) }
    }
    object("data", &writer) { writer in
      list("codelists", codelists, &writer) { codelist, writer in
        maintainable("CL_\(codelist.column)", "Codes of \(codelist.column)", &writer)
        list("codes", codelist.codes, &writer) { code, writer in
          writer.member("id", code.code)
          writer.member("name", code.name)
        }
      }
      list("conceptSchemes", [view], &writer) { view, writer in
        maintainable("CS_\(dataflow)", "Concepts of \(dataflow)", &writer)
        list("concepts", view.columns, &writer) { column, writer in
          writer.member("id", column.name)
          writer.member("name", column.name)
          writer.member("description", column.comment)
        }
      }
      list("dataStructures", [view], &writer) { _, writer in
        maintainable("DSD_\(dataflow)", "Structure of \(dataflow)", &writer)
        object("dataStructureComponents", &writer, components)
      }
      list("dataflows", [view], &writer) { view, writer in
        maintainable(dataflow, view.comment, &writer)
        writer.member("structure", urn("datastructure.DataStructure", "DSD_\(dataflow)"))
      }
    }
    writer.endObject()
    writer.newline()
    return writer.bytes
  }

  private func components(_ writer: inout JSONWriter) {
    let dimensions = sdmx.dimensions.filter { $0 != Self.time }
    object("dimensionList", &writer) { writer in
      writer.member("id", "DimensionDescriptor")
      list("dimensions", Array(dimensions.enumerated()), &writer) { dimension, writer in
        component(dimension.element, &writer)
        writer.member("position", dimension.offset + 1)
        represent(dimension.element, "String", &writer)
      }
      object("timeDimension", &writer) { writer in
        component(Self.time, &writer)
        represent(Self.time, "ObservationalTimePeriod", &writer)
      }
    }
    let attributes = view.columns.map(\.name).filter {
      !sdmx.dimensions.contains($0) && $0 != Self.measure
    }
    object("attributeList", &writer) { writer in
      writer.member("id", "AttributeDescriptor")
      list("attributes", attributes, &writer) { attribute, writer in
        component(attribute, &writer)
        writer.member("usage", "optional")
        object("attributeRelationship", &writer) { object("observation", &$0) { _ in } }
        represent(
          attribute, view.column(attribute)?.type == "INTEGER" ? "Integer" : "String", &writer)
      }
    }
    object("measureList", &writer) { writer in
      writer.member("id", "MeasureDescriptor")
      list("measures", [Self.measure], &writer) { measure, writer in
        component(measure, &writer)
        writer.member("usage", "mandatory")
        represent(measure, "Decimal", &writer)
      }
    }
  }

  private func component(_ id: String, _ writer: inout JSONWriter) {
    writer.member("id", id)
    writer.member(
      "conceptIdentity", urn("conceptscheme.Concept", "CS_\(dataflow)") + ".\(id)")
  }

  private func represent(_ id: String, _ type: String, _ writer: inout JSONWriter) {
    object("localRepresentation", &writer) { writer in
      if codelists.contains(where: { $0.column == id }) {
        writer.member("enumeration", urn("codelist.Codelist", "CL_\(id)"))
      } else {
        object("format", &writer) { $0.member("dataType", type) }
      }
    }
  }

  private func urn(_ type: String, _ id: String) -> String {
    "urn:sdmx:org.sdmx.infomodel.\(type)=\(agency):\(id)(\(version))"
  }

  private func maintainable(_ id: String, _ name: String, _ writer: inout JSONWriter) {
    writer.member("id", id)
    writer.member("agencyID", agency)
    writer.member("version", version)
    writer.member("name", name)
  }

  private func object(
    _ key: String, _ writer: inout JSONWriter, _ members: (inout JSONWriter) -> Void
  ) {
    writer.key(named: key)
    writer.beginObject()
    members(&writer)
    writer.endObject()
  }

  private func list<Item>(
    _ key: String, _ items: [Item], _ writer: inout JSONWriter,
    _ members: (Item, inout JSONWriter) -> Void
  ) {
    writer.key(named: key)
    writer.beginArray()
    for item in items {
      writer.beginObject()
      members(item, &writer)
      writer.endObject()
    }
    writer.endArray()
  }
}
