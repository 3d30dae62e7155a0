import Ingest
import Testing

@Suite struct PublishedDateTests {
  @Test(arguments: [
    ("2023-10-12", "2023-10-12"), ("2023-10", "2023-10"), (" 2023-10-12 ", "2023-10-12"),
    ("2023-10-12T17:45:00+07:00", "2023-10-12T17:45:00+07:00"),
    ("2023-10-12T17:45:00.123Z", "2023-10-12T17:45:00Z"),
    ("2023-10-12 17:45", "2023-10-12T17:45"), ("2023-10-12T17:45+0700", "2023-10-12T17:45+07:00"),
    ("2023-10-12 17:45:00 +07", "2023-10-12T17:45:00+07:00"),
    ("12/10/2023", "2023-10-12"), ("2/1/2023", "2023-01-02"), ("02-01-2023", "2023-01-02"),
    ("22.9.2017", "2017-09-22"), ("12/10/2023 9:05", "2023-10-12T09:05"),
    ("12/10/2023, 17h45", "2023-10-12T17:45"), ("29/2/2024", "2024-02-29"),
  ])
  func reads(text: String, expected: String) {
    #expect(PublishedDate.iso(text) == expected)
  }

  @Test(arguments: [
    "", "2023", "hôm qua", "29/2/2023", "31/4/2023", "2023-13-01", "2023-00", "0/1/2023",
    "12/10-2023", "12/10/23", "2023-10-12x", "2023-10-12T25:00", "2023-10-12T17:45:00+7",
    "2023-1-2",
    "1697100000", "12/10/3023", "2023-10-1", "2023/10/12", "12/10/20234",
  ])
  func refuses(text: String) {
    #expect(PublishedDate.iso(text) == nil)
  }
}

@Suite struct HeaderDateTests {
  @Test(arguments: [
    (" date 2023-12 Hơn 2 năm qua", "2023-12"),
    (
      "Chuyển đổi số\nThời sự - Ngày đăng : 17:45, 12/10/2023\nNgày đăng : 17:45, 12/10/2023",
      "2023-10-12"
    ),
    ("Thứ bảy, 14/7/2017 | 09:30 GMT+7\nTin", "2017-07-14"),
    ("Tin\nCập nhật: 05/06/2021 10:15\n", "2021-06-05"),
    ("CẬP NHẬT LÚC: 10:15 05/06/2021", "2021-06-05"),
    ("Chủ nhật, ngày 3/4/2022 - 10:00", "2022-04-03"),
    ("VnExpress | Thứ 5, 12-10-2023", "2023-10-12"),
    ("Tin mới 14/07/2017|09:30", "2017-07-14"), ("09:30 | 14/07/2017", "2017-07-14"),
    ("Báo A 14/07/2017 09:30 (GMT+7)", "2017-07-14"), ("Đăng ngày 22.9.2017", "2017-09-22"),
    ("Published: 2023-10-12", "2023-10-12"), ("Ngày đăng: Thứ hai, 2/1/2023", "2023-01-02"),
    ("Đăng lúc 8:00, ngày 2/1/2023", "2023-01-02"),
  ])
  func findsAStamp(text: String, expected: String) throws {
    #expect(try HeaderDate.find(in: Array(text.utf8), projectRules.get().headers) == expected)
  }

  @Test(arguments: [
    "", "Ngày 12/10/2023, UBND tỉnh họp", "Tính đến 31/5/2023, tỉnh đạt 5 tỷ đồng",
    "Sáng thứ bảy, 14/7/2017, tại Hà Nội", "Thứ bảy, 14/7/2017, tại Hà Nội",
    "Nghị quyết cập nhật ngày 12/10/2023 nêu", "tin đăng 12/10/2023 cho biết",
    "giai đoạn 2023-12", "Quyết định 12/10/2023/QĐ", "date 12/13/2023",
    "https://x.vn/2023-10-12/tin", "update 2023-10",
  ])
  func leavesProseAlone(text: String) throws {
    #expect(try HeaderDate.find(in: Array(text.utf8), projectRules.get().headers) == nil)
  }

  @Test func looksAtTheHeadOnly() throws {
    let stamp = "\nNgày đăng: 12/10/2023"
    func found(after count: Int) throws -> String? {
      let text = String(repeating: "x", count: count) + stamp
      return try HeaderDate.find(in: Array(text.utf8), projectRules.get().headers)
    }
    #expect(try found(after: 300) != nil)
    #expect(try found(after: 400) == nil)
  }

  @Test func servesWhereNoDateIsStated() {
    let folder = TemporaryFolder()
    folder.write("a.txt", "Ngày đăng: 12/10/2023\nTin")
    folder.write("b.jsonl", #"{"text":"Ngày đăng: 12/10/2023","published":"2024-01-02"}"#)
    #expect(folder.documents().map(\.published) == ["2023-10-12", "2024-01-02"])
  }
}
