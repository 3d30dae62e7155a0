// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "solieu",
  products: [
    .executable(name: "solieu", targets: ["solieu"]),
    .executable(name: "solieu-bench", targets: ["solieu-bench"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
  ],
  targets: [
    .systemLibrary(name: "CLibCSV", providers: [.apt(["libcsv-dev"])]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
    .systemLibrary(
      name: "CLibArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
    .systemLibrary(name: "CLZMA", pkgConfig: "liblzma", providers: [.apt(["liblzma-dev"])]),
    .systemLibrary(name: "CBZip2", providers: [.apt(["libbz2-dev"])]),
    .systemLibrary(
      name: "CBrotli", pkgConfig: "libbrotlidec", providers: [.apt(["libbrotli-dev"])]),
    .systemLibrary(name: "CLibYAML", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CNettle", providers: [.apt(["nettle-dev"])]),
    .systemLibrary(name: "CProcessor"),
    .systemLibrary(name: "CMalloc"),
    .target(name: "Threads"),
    .target(name: "Model"),
    .target(name: "Lexing", dependencies: ["CProcessor"]),
    .target(name: "Hashing", dependencies: ["CNettle"]),
    .target(name: "Tables", dependencies: ["Model", "CLibCSV", "Hashing"]),
    .target(name: "Patterns", dependencies: ["CPCRE2"]),
    .target(
      name: "Rules", dependencies: ["Model", "Lexing", "Tables", "Patterns", "Threads"]),
    .target(
      name: "Ingest",
      dependencies: [
        "Model", "Tables", "Hashing", "Threads", "CLibArchive", "CLibXML2", "CZlib", "CZstd",
        "CLZMA", "CBZip2", "CBrotli",
      ]),
    .target(name: "Extraction", dependencies: ["Model", "Lexing", "Rules", "Patterns"]),
    .target(name: "Examples", dependencies: ["Model", "Tables", "Rules", "Extraction"]),
    .target(name: "Validation", dependencies: ["Model", "Rules"]),
    .target(name: "YAML", dependencies: ["CLibYAML"]),
    .target(name: "Warehouse", dependencies: ["Model", "CSQLite"]),
    .target(
      name: "Pipeline",
      dependencies: [
        "Model", "Tables", "Patterns", "Rules", "Ingest", "Extraction", "Examples", "Validation",
        "Warehouse", "Threads", "YAML", "CMalloc",
        .product(name: "Logging", package: "swift-log"),
      ]),
    .executableTarget(
      name: "solieu",
      dependencies: [
        "Pipeline", "Model", "Rules", "Ingest", "Warehouse",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "solieu-bench",
      dependencies: [
        "Model", "Rules", "Ingest", "Extraction", "Pipeline", "Warehouse", "CSQLite",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .testTarget(name: "ThreadsTests", dependencies: ["Threads"]),
    .testTarget(name: "ModelTests", dependencies: ["Model"]),
    .testTarget(name: "LexingTests", dependencies: ["Lexing"]),
    .testTarget(name: "TablesTests", dependencies: ["Tables"]),
    .testTarget(name: "HashingTests", dependencies: ["Hashing"]),
    .testTarget(name: "YAMLTests", dependencies: ["YAML"]),
    .testTarget(name: "PatternsTests", dependencies: ["Patterns"]),
    .testTarget(name: "RulesTests", dependencies: ["Rules", "Lexing"]),
    .testTarget(
      name: "IngestTests", dependencies: ["Ingest", "Extraction", "Rules", "Model", "CLibArchive"],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "ExtractionTests", dependencies: ["Extraction", "Examples", "Rules", "Tables"]),
    .testTarget(
      name: "ValidationTests", dependencies: ["Validation", "Extraction", "Rules", "Tables"]),
    .testTarget(
      name: "WarehouseTests", dependencies: ["Warehouse"], exclude: ["Fixtures"]),
    .testTarget(
      name: "PipelineTests", dependencies: ["Pipeline", "CSQLite"], exclude: ["Fixtures"]),
  ],
  swiftLanguageModes: [.v6]
)

// Which branches are taken how often, as `make profile` counted it: the optimizer lays the code out
// by it. It is of one compiler's format and only for optimized builds; a function that has changed
// since is compiled without it.
let profile = Context.packageDirectory + "/Sources/solieu.profdata"
let isCounting = Context.environment["SOLIEU_PROFILE"] == "count"
// That nothing is read while it is written is checked when a debug build runs, as the tests do.
for target in package.targets where target.type == .regular || target.type == .executable {
  target.swiftSettings = [
    .unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release))
  ]
}

#if compiler(>=6.3) && compiler(<6.4)
  for target in package.targets where target.type == .regular || target.type == .executable {
    target.swiftSettings! += [
      .unsafeFlags(
        isCounting
          ? ["-Xfrontend", "-ir-profile-generate"]
          : ["-Xfrontend", "-ir-profile-use=\(profile)"],
        .when(configuration: .release))
    ]
    if isCounting, target.type == .executable {
      target.linkerSettings = [
        .unsafeFlags(["-Xclang-linker", "-fprofile-generate"], .when(configuration: .release))
      ]
    }
  }
#endif
