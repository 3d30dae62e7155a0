import ArgumentParser
import Pipeline

/// A command that says what went wrong in one line and ends with the exit code of the contract.
protocol SolieuCommand: ParsableCommand {
  /// Gives the exit code.
  func execute() throws -> Int32
}

extension SolieuCommand {
  func run() throws {
    let code: Int32
    do {
      code = try execute()
    } catch let error as ValidationError {
      throw error
    } catch {
      Words.logger.error("\(error)")
      code = (error as? PipelineError)?.code.rawValue ?? PipelineError.Code.failed.rawValue
    }
    guard code == 0 else { throw ExitCode(code) }
  }
}
