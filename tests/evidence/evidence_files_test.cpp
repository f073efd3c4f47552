// What a survey's file may be: any bytes.
#include <doctest/doctest.h>
#include <sys/stat.h>

#include <algorithm>
#include <random>

#include "fuzz/csv_promises.h"
#include "mot/evidence/csv/csv_rows.h"
#include "support/survey_files.h"

using namespace mot;

namespace {

using evidence::DecimalMark;
using evidence::Row;
using evidence::RowReport;

/// Writes rows as `1:a|b 2:c|d`, and before it the header's names.
class Recorder : public evidence::RowReceiver {
 public:
  bool header(std::span<const std::string_view> names, DecimalMark) override {
    text = fmt::format("{}", fmt::join(names, "|"));
    return true;
  }
  void row(const Row& row) override { text += fmt::format(" {}:{}", row.line, fmt::join(row.cells, "|")); }
  std::string text;
};

std::string rows_of(std::string_view text, std::size_t step = 1 << 20, const evidence::CsvLimits& limits = {}) {
  Recorder recorder;
  evidence::BytesInSteps bytes(text, step);
  const RowReport report = evidence::read_csv(bytes, recorder, limits);
  if (report.fault) return *report.fault;
  return report.ragged.count > 0 ? fmt::format("{} ragged {}", recorder.text, report.ragged.count) : recorder.text;
}

}  // namespace

TEST_CASE("rows are cut as RFC 4180 says, by any line ends, and know their line") {
  const struct {
    std::string_view csv;
    std::string_view rows;
  } cases[] = {
      {"a,b\n1,2\n3,4", "a|b 2:1|2 3:3|4"},
      {"a,b\r\n1,2\r\n3,4\r\n", "a|b 2:1|2 3:3|4"},
      {"a,b\r1,2\r3,4\r", "a|b 2:1|2 3:3|4"},
      {"\xEF\xBB\xBF"
       "a,b\n1,2\n",
       "a|b 2:1|2"},
      {"a,b\n\n1,2\n  \n\n3,4\n", "a|b 3:1|2 6:3|4"},
      {"a,b\n 1 ,\t2\t\n", "a|b 2:1|2"},
      {"a,b\n\"x, y\",\"say \"\"no\"\"\"\n3,4\n", "a|b 2:x, y|say \"no\" 3:3|4"},
      {"a,b\n\"x\ny\r\nz\",1\n3,4\n", "a|b 2:x\ny\r\nz|1 5:3|4"},
      {"a,b\n\"x\ry\",1\r3,4", "a|b 2:x\ry|1 4:3|4"},
      {"\"a\",\"b\"\n\" 1 \",\"\"\n", "a|b 2:1|"},
      {"a,b\n,\n1,2\n", "a|b 3:1|2"},
      {"a|b\n1|2,5\n", "a|b 2:1|2,5"},
      {"sep=;\na,b;c\n1,5;2\n", "a,b|c 3:1,5|2"},
      {"SEP=|\r\na|b\r\n1|2\r\n", "a|b 3:1|2"},
      {"Name, first;b\nAnna;1\nBob;2\n", "Name, first|b 2:Anna|1 3:Bob|2"},
      {"\"a\nx\";b,c\n1;2\n3;4\n", "a\nx|b,c 3:1|2 4:3|4"},
      {"a\n\"\"\n", "a 2:"},
      {"a;b\n1,5;2\n", "a|b 2:1,5|2"},
      {"a\tb\n1,5\t2;\n", "a|b 2:1,5|2;"},
      {"\"a,b\";c\n1;2\n", "a,b|c 2:1|2"},
      {"a,b;c\n1,2;3\n", "a|b;c 2:1|2;3"},
      {"a,b\n1\n1,2,3\n1,2\n", "a|b 4:1|2 ragged 2"},
      {"a,b\n\xC3\xA4,\xE2\x82\xAC\n", "a|b 2:\xC3\xA4|\xE2\x82\xAC"},
  };
  for (const auto& [csv, rows] : cases) {
    CAPTURE(csv);
    CHECK(rows_of(csv) == rows);
    for (std::size_t step = 1; step < 8; ++step) CHECK(rows_of(csv, step) == rows);
  }
}

TEST_CASE("pieces may end anywhere, also between the two bytes of a line end") {
  std::string csv = "a,b\r\n";
  for (int i = 0; i < 100; ++i) csv += fmt::format("{},\"\xE2\x82\xAC\"\"\r\n\"\r\n", i);
  const std::string whole = rows_of(csv);
  CHECK(whole.ends_with(" 200:99|\xE2\x82\xAC\"\r\n"));
  for (std::size_t step = 1; step < 8; ++step) CHECK(rows_of(csv, step) == whole);
}

TEST_CASE("rows through libcsv and past it are the same") {
  std::mt19937 random(7);
  constexpr std::string_view pieces[] = {"a", "12", ",", ",", "\n", " ", "\t", "\r\n", "\xC3\xA4"};
  for (int i = 0; i < 300; ++i) {
    std::string plain = "x,y\n", quoted = "x,y\n";
    for (int cell = 0; cell < 12; ++cell) {
      std::string text;
      for (unsigned j = random() % 4; j > 0; --j) {
        const std::string_view piece = pieces[random() % std::size(pieces)];
        if (piece.find_first_of(",\r\n") == std::string_view::npos) text += piece;
      }
      const char* const end = cell % 2 ? "\n" : ",";
      plain += text + end;
      quoted += "\"" + text + "\"" + end;
    }
    CAPTURE(plain);
    CHECK(rows_of(plain) == rows_of(quoted));
  }
}

TEST_CASE("what is no CSV is a finding that says so, at the place that names the file") {
  using namespace std::string_view_literals;
  const struct {
    std::string_view bytes;
    const char* message;
  } cases[] = {
      {"", "is empty"},
      {"\n\n", "is empty"},
      {"\xEF\xBB\xBF", "is empty"},
      {"A,B\n", "has a header but no rows"},
      {"A,B", "has a header but no rows"},
      {"A\n1\n\"2\n3\n", "has a quotation mark that is not closed, in the row that begins in line 3"},
      {"A\n1\n\"2\"x\n", "has a quotation mark at the wrong place in line 3"},
      {"A\n1\n5\"\n", "has a quotation mark at the wrong place in line 3"},
      {"A\n1\n\xE4\n", "is not UTF-8: byte 0xe4 in line 3"},
      {"A\n1\n\xC3", "is not UTF-8: byte 0xc3 in line 3"},
      {"A\n1\0\n"sv, "holds a NUL byte in line 2"},
      {"\xFF\xFE"
       "A\0\n\0"sv,
       "is UTF-16"},
      {"PK\x03\x04zip"sv, "is an Excel workbook or a zip archive"},
      {"\x1F\x8B\x08"sv, "is compressed"},
      {"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n",
       "is a Git LFS pointer, not the data itself; run 'git lfs pull'"},
  };
  for (const auto& [bytes, message] : cases) {
    CAPTURE(message);
    Survey survey;
    auto& source = survey.source(bytes);
    survey.ask(source, 0, "A");
    const auto& a = survey.read();
    REQUIRE(survey.findings.size() == 1);
    CHECK(survey.rules() == "unreadable-evidence");
    CHECK(survey.messages().starts_with(std::string("'0.csv' ") + message));
    CHECK(survey.findings.begin()->span == source.file->span);
    CHECK(a.actual.n == 0);
  }
}

TEST_CASE("cells, rows and headers have bounds") {
  const evidence::CsvLimits limits{.cell_bytes = 1 << 20, .row_bytes = 4 << 20, .columns = 100};
  const std::string big(1 << 20, 'x');
  CHECK(rows_of("a,b\n" + big + ",2\n").size() > big.size());
  CHECK(rows_of("a,b\n\"" + big + "\",2\n").size() > big.size());
  CHECK(rows_of("a,b\n" + big + "x,2\n") == "has a cell of more than 1 MiB in line 2");
  CHECK(rows_of("a,b\n\"" + big + "x\",2\n") == "has a cell of more than 1 MiB in line 2");
  CHECK(rows_of("a,b\n\"" + big + "\n" + big + "\",2\n").starts_with("has a cell of more than 1 MiB in the row that begins in line 2"));
  CHECK(rows_of("a,b\n" + std::string(5 << 20, ',') + "\n", 1 << 20, limits) == "has a line of more than 4 MiB, line 2; is it CSV?");
  CHECK(rows_of(std::string(100, ',') + "\n1\n", 1 << 20, limits) == "has more than 100 columns in line 1; is it CSV?");
  CHECK(rows_of("\"\"" + std::string(100, ',') + "\n1\n", 1 << 20, limits) == "has more than 100 columns in line 1; is it CSV?");
  CHECK(rows_of("a,b\n1" + std::string(1 << 20, ',') + "\n", 1 << 20, limits) == "a|b ragged 1");
}

TEST_CASE("an error while reading is told") {
  class FailingBytes : public ByteStream {
   public:
    std::optional<std::size_t> read(std::span<char> buffer) override {
      if (++calls_ > 1) return std::nullopt;
      std::fill(buffer.begin(), buffer.end(), '\n');
      return buffer.size();
    }

   private:
    int calls_ = 0;
  } failing;
  Recorder recorder;
  CHECK(evidence::read_csv(failing, recorder).fault->starts_with("can't be read on from line "));
}

TEST_CASE("a file that can't be opened says why") {
  Survey survey;
  testing::Folder elsewhere;
  elsewhere.with("other.csv", "A\n1\n");
  survey.folder.with("folder/x.csv", "A\n1\n");
  std::filesystem::create_symlink(elsewhere / "other.csv", survey.folder / "link.csv");
  std::filesystem::create_symlink(survey.folder / "folder/x.csv", survey.folder / "inside.csv");
  mkfifo((survey.folder / "pipe.csv").c_str(), 0600);
  const struct {
    std::string file;
    const char* message;
  } cases[] = {
      {"gone.csv", "does not exist"},
      {"gone/gone.csv", "does not exist"},
      {"folder", "is a folder"},
      {"pipe.csv", "is not a regular file"},
      {"../" + elsewhere.path().filename().string() + "/other.csv", "lies outside the workspace"},
      {(elsewhere / "other.csv").string(), "lies outside the workspace"},
      {"link.csv", "lies outside the workspace"},
      {std::string(5000, 'x'), "can't be looked for: File name too long"},
      {"inside.csv", ""},
      {"folder/../folder/x.csv", ""},
  };
  for (const auto& [file, message] : cases) {
    CAPTURE(file.substr(0, 40));
    survey.workspace.sources.clear();
    survey.ask(survey.named_source(file), 0, "A");
    survey.read();
    CHECK(survey.messages().find(message) != std::string::npos);
    CHECK(survey.rules() == (*message ? "unreadable-evidence" : ""));
  }
}

TEST_CASE("columns that are not there are named, each at its place, with the nearest one") {
  Survey survey;
  auto& source = survey.source("Q7FOOD,Q7FOOD,Q8BAGS,WEIGHT\n1,2,3,4\n");
  source.weight = survey.text("WEIGHTS");
  survey.ask(source, 0, "Q7FOOD");
  survey.ask(source, 1, "Q8BAG");
  survey.ask(source, 2, "nowhere-near");
  survey.read();
  survey.findings.sort();
  CHECK(survey.rules() == "unknown-column unreadable-evidence unknown-column unknown-column");
  CHECK(survey.messages() ==
        "'0.csv' has no column 'WEIGHTS'; did you mean 'WEIGHT'?\n"
        "'0.csv' has two columns named 'Q7FOOD', 1 and 2 from the left; give each its own name\n"
        "'0.csv' has no column 'Q8BAG'; did you mean 'Q8BAGS'?\n"
        "'0.csv' has no column 'nowhere-near'; it has 'Q7FOOD', 'Q7FOOD', 'Q8BAGS', 'WEIGHT'; if another row names the columns, say which "
        "with 'header', or pass over those above with 'skip'");
  CHECK(survey.findings.begin()->span == source.weight->span);
  CHECK_FALSE(survey.answers.sources[0].was_read);
  CHECK(survey.answers.touchpoints[0].actual.n == 0);
}

TEST_CASE("a fault far into a file takes back everything before it") {
  Survey survey;
  std::string csv = "A\n";
  for (int i = 0; i < 300'000; ++i) csv += "5\n";
  auto& source = survey.source(csv + "\"5\n");
  survey.ask(source, 0, "A");
  CHECK(survey.read().actual.n == 0);
  CHECK(survey.messages().find("line 300002") != std::string::npos);
}

TEST_CASE("numbers are read the same in every file, with a decimal comma only where no comma separates") {
  const struct {
    const char* csv;
    const char* expected;
  } cases[] = {
      {"A;x\n3,5;\n2.5;\n", "n 2 mean 3"},           {"A,x\n\"3,5\",\n3,\n", "n 1 mean 3"},
      {"A,x\n+3,\n3e0,\n03,\n3.0,\n", "n 4 mean 3"}, {"A,x\nnan,\ninf,\n0x3,\n3 4,\n3,\n", "n 1 mean 3"},
      {"A\tx\n1.234,5\t\n4\t\n", "n 1 mean 4"},      {"A,x\n--3,\n+-3,\n3,\n", "n 1 mean 3"},
  };
  for (const auto& [csv, expected] : cases) {
    CAPTURE(csv);
    Survey survey;
    survey.ask(survey.source(csv), 0, "A");
    CHECK(brief(survey.read().actual) == expected);
  }
}

TEST_CASE("a file whose name does not say what it is, is read as CSV") {
  for (const char* file : {"a.csv", "a.TSV", "a.txt", "a.dat", "a"}) {
    CAPTURE(file);
    Survey survey;
    survey.folder.with(file, "A,x\n4,\n2,\n");
    survey.ask(survey.named_source(file), 0, "A");
    CHECK(brief(survey.read().actual) == "n 2 mean 3");
  }
}

TEST_CASE("rows count alike, whatever gives them") {
  class TwoRows : public evidence::RowSource {
   public:
    RowReport read(evidence::RowReceiver& receiver) override {
      const std::string_view names[] = {"A", "day"}, first[] = {"4", "2026-03-01"}, second[] = {"9", "2026-03-02"};
      if (receiver.header(names, DecimalMark::point)) receiver.row({first, 7}), receiver.row({second, 8});
      return {.fault = {}, .header_cells = 2, .ragged = {.count = 1, .first_line = 9, .first_cells = 5, .advice = "merge no cells"}};
    }
  } two_rows;
  Survey survey;
  SurveySource& source = survey.named_source("book.any");
  source.date = survey.dates("day");
  survey.ask(source, 0, "A");
  const evidence::SourceContext context{survey.workspace, source, {}};
  CHECK(evidence::newest_of_row_source(context, two_rows) == evidence::day_of(std::chrono::year(2026) / 3 / 2));
  const auto answers = evidence::read_row_source(context, two_rows, survey.findings);
  CHECK(brief(answers.touchpoints[0].actual) == "n 1 mean 4");
  CHECK(survey.messages().find("'9' once (in line 8)") != std::string::npos);
  CHECK(survey.messages().find("header's 2, in line 9 first, with 5; merge no cells; it is left out") != std::string::npos);
}

TEST_CASE("what a file says can steer no terminal") {
  Survey survey;
  survey.ask(survey.source("A,x\n\x1b[31mred,\n"), 0, "A");
  survey.read();
  CHECK(survey.messages().find("'\\x1b[31mred'") != std::string::npos);
}

TEST_CASE("any bytes are read without a broken promise") {
  std::mt19937 random(11);
  constexpr std::string_view pieces[] = {",",  ";", "\t",  "\"",   "\n", "\r",   "\"\"",   "1e308",
                                         "-0", "5", "0.1", "\xff", "a",  "ines", "1e-300", "9"};
  for (const auto& seed : std::filesystem::directory_iterator(MOT_SOURCE_DIR "/tests/fuzz/corpus/csv")) {
    std::ifstream in(seed.path(), std::ios::binary);
    const std::string original{std::istreambuf_iterator<char>(in), {}};
    evidence::CsvPromises::check(original);
    for (int i = 0; i < 1500; ++i) {
      std::string text = original;
      for (unsigned edits = 1 + random() % 4; edits > 0; --edits) {
        const std::size_t at = 1 + random() % (text.size() - 1);
        text.replace(at, random() % 3, pieces[random() % std::size(pieces)]);
      }
      CAPTURE(text);
      CHECK_NOTHROW(evidence::CsvPromises::check(text));
    }
  }
}

TEST_CASE("a source may say that commas stand before fractions where they separate cells too") {
  Survey survey;
  SurveySource& source = survey.source("q\n\"4,5\"\n\"3,5\"\n5\n");
  source.scale = survey.scale(1, 5);
  source.decimal = {Decimal::comma, survey.place()};
  survey.ask(source, 0, "q");
  CHECK(survey.read().actual.n == 3);
  CHECK(survey.messages() == "");

  Survey silent;
  SurveySource& other = silent.source("q\n\"4,5\"\n\"3,5\"\n5\n");
  other.scale = silent.scale(1, 5);
  silent.ask(other, 0, "q");
  CHECK(silent.read().actual.n == 1);
  CHECK(silent.rules() == "answers-lost");
}
