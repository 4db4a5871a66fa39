import Foundation
import Support
import Testing

@Suite struct TextTests {
  @Test func foundationReadsWhatIsWritten() throws {
    let value = JSON.members([
      ("text", .string("a\"\\\n\t\u{1}é😀")), ("numbers", .array([.integer(-3), .number(0.5), .number(1e300)])),
      ("none", .null), ("empty", .array([])), ("flags", .array([.bool(true), .bool(false)])), ("o", .members([])),
    ])
    for layout in [JSON.Layout.compact, .indented] {
      let text = value.text(layout)
      #expect(try JSON.parse(Array(text.utf8)) == value)
      let read = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
      #expect(read["text"] as? String == "a\"\\\n\t\u{1}é😀")
      #expect((read["numbers"] as? [Double]) == [-3, 0.5, 1e300])
      #expect(read["none"] is NSNull)
    }
    #expect(JSON.members([("a", .array([.integer(1)]))]).text() == #"{"a":[1]}"#)
    #expect(JSON.number(.nan).text() == "null")
  }

  /// The judge of what is JSON is Foundation's reader, which is lenient about two things.
  @Test func refusesWhatFoundationRefuses() {
    let texts = [
      "", " ", "{", "[1,]", "{\"a\":}", "{\"a\" 1}", "01", "-", "1.", ".5", "1e", "+1", "tru", "nul", "\"a", "\"\\x\"",
      "\"\\u12\"", "\"\\ud800\"", "\"\\ud800\\u0041\"", "[1] 2", "'a'", "NaN", "{1:2}", "\"\u{1}\"", "1e999",
    ]
    for text in texts {
      #expect(throws: JSON.Malformed.self, "\(text)") { try JSON.parse(Array(text.utf8)) }
      if text != "1e999" && text != "[1,]" {
        #expect(throws: (any Error).self, "\(text)") {
          try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
        }
      }
    }
    #expect(throws: JSON.Malformed.self) { try JSON.parse(Array("{\"a\":1,\"a\":2}".utf8)) }
    #expect(throws: JSON.Malformed.self) { try JSON.parse([UInt8](repeating: UInt8(ascii: "["), count: 1 << 20)) }
    #expect(throws: JSON.Malformed.self) { try JSON.parse([0x22, 0xFF, 0x22]) }
  }

  @Test func readsWhatFoundationReads() throws {
    for text in [
      "0", "-0.5e+3", " [1, 2] ", "\"\\ud83d\\ude00\\/\\u00e9\"", "null", "{\"a\": {\"b\": [true]}}", "\"\u{7F}\"",
    ] {
      _ = try JSON.parse(Array(text.utf8))
    }
    #expect(try JSON.parse(Array("\"\\ud83d\\ude00\"".utf8)) == .string("😀"))
    #expect(try JSON.parse(Array("{\"a\":[1,2.5]}".utf8))["a"] == .array([.integer(1), .number(2.5)]))
    #expect(try JSON.parse(Array("9223372036854775808".utf8)) == .number(9_223_372_036_854_775_808))
  }

  @Test func base64IsFoundations() {
    for count in 0..<100 {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 77 &+ count) }
      #expect(Base64.text(bytes) == Data(bytes).base64EncodedString())
    }
  }

  @Test func whatControlsATerminalIsVisible() {
    let plain = "line\n\tcafé 中 – “x” \u{2028}\u{10F000}😀"
    #expect(plain.withVisibleControls == plain)
    for value in Array(0..<0x20) + Array(0x7F..<0xA0) + Array(0x202A...0x202E) + Array(0x2066...0x2069) + [0x10FEE9] {
      guard value != 9, value != 10 else { continue }
      let scalar = Unicode.Scalar(UInt32(value))!
      #expect("–a\(scalar)\nb".withVisibleControls == "–a\u{FFFD}\nb", "\(value)")
    }
    #expect("\r\n".withVisibleControls == "\u{FFFD}\n")
  }

  @Test func widthsAreThoseOfTheScreen() {
    let widths: [(String, Int)] = [
      ("abc", 3), ("é", 1), ("e\u{301}", 1), ("中文", 4), ("ｶﾅ", 2), ("한", 2), ("😀", 2), ("👨‍👩‍👧", 2), ("🇩🇪", 2), ("█▓", 2),
      ("\u{1B}", 1), ("∂", 1), ("", 0), ("שלום", 4), ("\u{10FEFF}", 1),
    ]
    for (text, width) in widths { #expect(text.screenWidth == width, "\(text)") }
    #expect(TextWidth.shortened("中文字", to: 4) == "中…")
    #expect(TextWidth.wrapped("ab cd ef", to: 5) == ["ab cd", "ef"])
  }
}
