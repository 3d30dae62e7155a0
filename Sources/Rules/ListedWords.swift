import Lexing
import Tables

/// The rows of `word_lists.csv`: words, each with the list that it belongs to.
struct ListedWords: Sendable {
  let lists: [WordList]
  let words: CutPhrases

  /// Throws ``TableError`` for what is no single word, for a list that has none, and for a word that
  /// stands in a list twice.
  init(_ loader: inout RuleLoader, _ cutter: PhraseCutter) throws(TableError) {
    var words = CutPhrases()
    var seen: [WordList: Set<UInt64>] = [:]
    var lists: [WordList] = []
    var last: (name: String, list: WordList)?
    for row in try loader.table("word_lists", ["list", "word"]).rows {
      let name = row["list"]
      // The words of a list stand together, and there are many lists.
      if last?.name != name { last = (name, try row.choice("list")) }
      let list = last!.list
      let word = row["word"]
      guard !word.isEmpty, !word.utf8.contains(UInt8(ascii: " ")) else {
        throw row.error("word", "'\(word)' is not one word; a list holds single words")
      }
      words.append(word, by: cutter)
      guard seen[list, default: []].insert(words.firstKey(at: lists.count)).inserted else {
        throw row.error("word", "'\(word)' stands in this list already; remove one of them")
      }
      lists.append(list)
    }
    for list in WordList.allCases where seen[list] == nil {
      throw TableError(
        path: "\(loader.folder)/word_lists.csv", line: 1,
        message: "the list \(list.rawValue) has no word; add a row for it")
    }
    self.lists = lists
    self.words = words
  }
}
