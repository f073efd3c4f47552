#include "mot/import/survey/code_book.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "mot/evidence/cells/answer_words.h"
#include "mot/evidence/cells/number.h"
#include "mot/evidence/table_words.h"
#include "mot/import/plain_line.h"
#include "mot/import/survey/heading_words.h"
#include "mot/import/survey/no_answers.h"
#include "mot/text/utf8.h"

namespace mot::importing {
namespace {

using Part = evidence::CodePart;

using Cells = std::vector<std::string>;

std::vector<std::string> filled_of(const Cells& cells) {
  std::vector<std::string> filled;
  for (const std::string& cell : cells) {
    if (!plain_line(cell).empty()) filled.push_back(plain_line(cell));
  }
  return filled;
}

bool is_number(std::string_view text) {
  return evidence::number_from(text).has_value();
}

/// Whether a text may be what stands in cells: a number, or letters in a word as short as no answer is.
bool may_be_code(std::string_view text) {
  constexpr std::size_t longest = 4;
  return is_number(text) || (!text.empty() && text.size() <= longest && text.find(' ') == std::string_view::npos);
}

bool is_meaning(std::string_view text) {
  return !text.empty() && !is_number(text);
}

bool is_known_answer(std::string_view text) {
  return evidence::goodness_of(text).has_value() || (says_something(text) && says_no_answer(text));
}

class CodeBookReader {
 public:
  explicit CodeBookReader(CodeBook& book) : book_(book) {}

  void read(std::span<const Cells> rows) {
    const std::size_t first = take_headings(rows);
    for (const Cells& row : rows.subspan(first)) take(row);
    leave_group();
    std::erase_if(book_.lists, [](const CodeList& list) { return list.codes.empty(); });
  }
  bool has_headings() const { return has_headings_; }

 private:
  /// The row of headings among the first ones; answers which row comes behind it.
  std::size_t take_headings(std::span<const Cells> rows) {
    constexpr std::size_t most = 8;
    for (std::size_t i = 0; i < std::min(most, rows.size()); ++i) {
      std::vector<Part> parts;
      std::size_t known = 0, numbers = 0;
      for (const std::string& cell : rows[i]) {
        parts.push_back(evidence::code_part_called(cell));
        known += parts.back() != Part::other;
        numbers += is_number(plain_line(cell));
      }
      const bool is_wide = known > 0 && numbers > 1 && parts.front() == Part::name && known + numbers == filled_of(rows[i]).size();
      if (known < 2 && !is_wide) continue;
      parts_ = std::move(parts);
      if (is_wide) codes_ = rows[i];
      settle_parts(rows.subspan(i + 1));
      has_headings_ = true;
      return i + 1;
    }
    return 0;
  }

  std::size_t count(Part part) const { return static_cast<std::size_t>(std::ranges::count(parts_, part)); }

  /// `Label` is what a code means where nothing else says that and codes stand in the cells, and a name of the question otherwise. `Code`
  /// beside a list of codes in one cell is a name.
  void settle_parts(std::span<const Cells> rows) {
    std::size_t listings = 0;
    for (const Cells& row : rows) listings += std::ranges::any_of(row, [](const std::string& cell) { return !codes_in(cell).empty(); });
    const bool are_listings = listings * 2 > rows.size() || !codes_.empty();
    bool needs_meaning = !are_listings && count(Part::code) > 0 && count(Part::meaning) == 0;
    const std::size_t code = static_cast<std::size_t>(std::ranges::find(parts_, Part::code) - parts_.begin());
    // Of several behind the code the first, else the last before it.
    const auto take = [&](std::size_t i) {
      if (!needs_meaning || parts_[i] != Part::said) return;
      parts_[i] = Part::meaning;
      needs_meaning = false;
    };
    for (std::size_t i = code; i < parts_.size(); ++i) take(i);
    for (std::size_t i = std::min(code, parts_.size()); i-- > 0;) take(i);
    for (Part& part : parts_) {
      if (part == Part::said || (are_listings && (part == Part::code || part == Part::meaning))) part = Part::name;
    }
  }

  /// What a row says in the columns of a kind.
  std::vector<std::string> said_in(const Cells& row, Part part) const {
    std::vector<std::string> said;
    for (std::size_t i = 0; i < std::min(row.size(), parts_.size()); ++i) {
      if (parts_[i] == part && !plain_line(row[i]).empty()) said.push_back(plain_line(row[i]));
    }
    return said;
  }

  void take(const Cells& row) {
    const std::vector<std::string> filled = filled_of(row);
    if (filled.empty()) {
      has_gap_ = true;
      return;
    }
    if (take_listing(row) || (take_missing(row, said_in(row, Part::name)) && said_in(row, Part::code).empty())) return;
    if (!codes_.empty() ? take_wide(row) : has_headings_ ? take_by_headings(row) : take_by_cells(filled)) return;
    const auto names_grades = [](const std::string& cell) { return says(HeadingWord::school_grade, cell); };
    if (std::ranges::any_of(filled, names_grades)) return void(book_.school_grades.push_back(filled));
    // What stands alone names the codes below it.
    if (filled.size() == 1 || (has_headings_ && said_in(row, Part::name).size() == filled.size())) {
      begin_group(filled);
      is_titled_ = !has_headings_;
      return;
    }
    book_.not_understood.push_back(filled.front());
  }

  void begin_group(std::vector<std::string> names) {
    leave_group();
    group_ = std::move(names);
  }

  /// A name without codes below it says nothing of them.
  void leave_group() {
    const bool has_codes = !book_.lists.empty() && book_.lists.back().names == group_;
    if (!group_.empty() && !has_codes) book_.not_understood.push_back(group_.front());
    group_.clear();
    has_gap_ = false;
  }

  /// Adds a code to the list of these names; to the last one where none are said.
  void add(std::vector<std::string> names, Code code) {
    if (names.empty())
      names = group_;
    else
      is_titled_ = false;
    // Behind a blank row without a name another list begins.
    const bool goes_on =
        !book_.lists.empty() && book_.lists.back().names == names &&
        !(has_gap_ && std::ranges::find(book_.lists.back().codes, code.first, &Code::first) != book_.lists.back().codes.end());
    if (!goes_on) book_.lists.push_back({names, {}, is_titled_ && !names.empty()});
    group_ = std::move(names);
    has_gap_ = false;
    book_.lists.back().codes.push_back(std::move(code));
  }

  /// Codes that stand in single cells: `1 = Very good; 5 = Very bad`, or one a cell.
  bool take_listing(const Cells& row) {
    std::vector<Code> codes;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const auto found = codes_in(row[i]);
      codes.insert(codes.end(), found.begin(), found.end());
      const bool may_name = !has_headings_ ? names.size() < 2 : i < parts_.size() && parts_[i] == Part::name;
      if (found.empty() && may_name && !plain_line(row[i]).empty()) names.push_back(plain_line(row[i]));
    }
    if (codes.empty()) return false;
    for (Code& code : codes) add(names, std::move(code));
    take_missing(row, names);
    return true;
  }

  /// `-99, -98` below a heading of missing values.
  bool take_missing(const Cells& row, const std::vector<std::string>& names) {
    bool took = false;
    for (const std::string& cell : said_in(row, Part::missing)) {
      for (const std::string& word : split(cell)) {
        if (!is_number(word)) continue;
        add(names, {word, "missing"});
        took = true;
      }
    }
    return took;
  }

  static std::vector<std::string> split(std::string_view text) {
    std::vector<std::string> parts;
    while (!text.empty()) {
      const std::size_t end = std::min(text.find_first_of(",; /"), text.size());
      if (end > 0) parts.emplace_back(text.substr(0, end));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
  }

  bool take_wide(const Cells& row) {
    bool took = false;
    const auto names = said_in(row, Part::name);
    for (std::size_t i = 0; i < std::min(row.size(), codes_.size()); ++i) {
      const std::string code = plain_line(codes_[i]), meaning = plain_line(row[i]);
      if (!is_number(code) || !is_meaning(meaning)) continue;
      add(names, {code, meaning});
      took = true;
    }
    return took;
  }

  bool take_by_headings(const Cells& row) {
    auto codes = said_in(row, Part::code);
    auto meanings = said_in(row, Part::meaning);
    const bool is_said = codes.size() == 1 && meanings.size() == 1;
    if (is_said && !is_number(codes[0]) && is_number(meanings[0])) std::swap(codes, meanings);
    constexpr std::size_t longest_code = 12;
    if (!is_said || codes[0].size() > longest_code) return false;
    if (codes[0] == meanings[0]) return true;  // a point of a scale that has no words
    if (!is_meaning(meanings[0])) return false;
    add(said_in(row, Part::name), {codes[0], meanings[0]});
    return true;
  }

  /// `1 | Very good`, `Very good | 1`, `Q1 | 1 | Very good`.
  bool take_by_cells(const std::vector<std::string>& filled) {
    constexpr std::size_t with_name = 3, most = 4;
    if (filled.size() < 2 || filled.size() > most) return false;
    if (filled.size() >= with_name) {
      if (!is_meaning(filled[0]) || !may_be_code(filled[1]) || !is_meaning(filled[2])) return false;
      add({filled[0]}, {filled[1], filled[2]});
      return true;
    }
    const auto& [one, other] = std::pair(filled[0], filled[1]);
    if (is_number(one) && is_meaning(other)) return add({}, {one, other}), true;
    if (is_number(other) && is_meaning(one)) return add({}, {other, one}), true;
    if (may_be_code(one) && is_known_answer(other)) return add({}, {one, other}), true;
    return false;
  }

  CodeBook& book_;
  std::vector<Part> parts_;
  Cells codes_;  ///< the row of headings, where these are the codes
  std::vector<std::string> group_;
  bool has_headings_ = false, has_gap_ = false, is_titled_ = false;
};

}  // namespace

bool is_called_code_book(std::string_view sheet) {
  return evidence::is_called_table_of_codes(sheet);
}

CodeBook code_book_of(std::string place, std::span<const std::vector<std::string>> rows) {
  CodeBook book{std::move(place), {}, {}, {}};
  CodeBookReader(book).read(rows);
  return book;
}

bool lists_answers(const CodeList& list) {
  std::size_t known = 0;
  for (const auto& [code, meaning] : list.codes) known += evidence::goodness_of(meaning).has_value() || says_no_answer(meaning);
  return known * 2 >= list.codes.size();
}

CodeBook code_book_beside_answers(std::span<const std::vector<std::string>> rows) {
  CodeBook book = code_book_of("a table beside the answers", rows);
  std::erase_if(book.lists, [](const CodeList& list) { return list.codes.size() < 2 || !lists_answers(list); });
  book.not_understood.clear();
  book.school_grades.clear();
  return book;
}

bool lists_codes(std::span<const std::vector<std::string>> rows) {
  constexpr std::size_t least_codes = 3;
  CodeBook book;
  CodeBookReader reader(book);
  reader.read(rows);
  std::size_t codes = 0, answers = 0;
  for (const CodeList& list : book.lists) {
    codes += list.codes.size();
    for (const auto& [code, meaning] : list.codes) answers += is_known_answer(meaning);
  }
  return codes >= least_codes && answers >= 2 && book.not_understood.size() * 4 <= rows.size() && reader.has_headings();
}

}  // namespace mot::importing
