#include "mot/evidence/cells/column_log.h"

#include <fmt/format.h>

#include <algorithm>

#include "mot/text/nearest.h"
#include "mot/text/utf8.h"

namespace mot::evidence {
namespace {

constexpr std::size_t most_bytes = 200;       // kept of a value
constexpr std::size_t most_values_shown = 5;  // in a message
constexpr std::size_t most_characters_shown = 40;

std::string times(std::size_t count) {
  return count == 1 ? "once" : count == 2 ? "twice" : fmt::format("{} times", count);
}

/// The beginning of a text, whole characters of it.
std::string_view beginning(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80) --bytes;
  return text.substr(0, bytes);
}

std::string shown(const StrayCell& stray) {
  const std::string value = stray.value.empty() ? "blank" : fmt::format("'{}'", printable(shortened(stray.value, most_characters_shown)));
  if (stray.first_row == no_line) return fmt::format("{} {}", value, times(stray.count));
  return fmt::format("{} {} ({} line {})", value, times(stray.count), stray.count == 1 ? "in" : "first in", stray.first_row);
}

}  // namespace

ColumnLog::ColumnLog(Text column, std::string use, Complaint complaint) : column_(std::move(column)), complaint_(std::move(complaint)) {
  use_.column = column_.value;
  use_.use = std::move(use);
}

void ColumnLog::count(CellKind kind, std::size_t times) {
  switch (kind) {
    case CellKind::blank:
      return blank(times);
    case CellKind::missing:
      return missing(times);
    case CellKind::answer:
      return used(times);
    case CellKind::stray:
      use_.off_scale += times;
      lost_ += times * answers_;
  }
}

std::size_t ColumnLog::unseen() const {
  std::size_t seen = 0;
  for (const StrayCell& stray : strays_) seen += stray.count;
  return use_.off_scale + use_.unmatched - seen;
}

void ColumnLog::stray(std::string_view value, std::size_t line, std::size_t count) {
  value = beginning(value, most_bytes);
  const bool is_full = strays_.size() > most_stray_values;
  const auto end = is_full ? strays_.end() - 1 : strays_.end();
  const auto known = std::find_if(strays_.begin(), end, [&](const StrayCell& stray) { return stray.value == value; });
  if (known != end || is_full) {
    known->count += count;
  } else {
    const bool is_rest = strays_.size() == most_stray_values;
    strays_.push_back({column_.value, is_rest ? std::string() : std::string(value), count, line, is_rest});
  }
}

void ColumnLog::met(std::string_view word) {
  constexpr std::size_t most_words = 12;
  if (use_.words.size() < most_words && std::ranges::find(use_.words, word) == use_.words.end())
    use_.words.emplace_back(beginning(word, most_bytes));
}

bool ColumnLog::loses_answers() const {
  return complaint_.loss == CellLoss::answer && is_great_loss(lost_, lost_ + kept_);
}

void ColumnLog::report(const std::string& source, SourceUse& use, Findings& findings) const {
  use.columns.push_back(use_);
  std::ranges::sort(use.columns.back().words);
  if (lowest_ <= highest_) use.columns.back().lowest = lowest_, use.columns.back().highest = highest_;
  report_strays(source, use, findings);
}

void ColumnLog::report_strays(const std::string& source, SourceUse& use, Findings& findings) const {
  if (strays_.empty()) return;
  use.strays.insert(use.strays.end(), strays_.begin(), strays_.end());
  Finding& finding = findings.report(loses_answers() ? RuleId("answers-lost") : RuleId("off-scale-answers"), column_.span, message());
  finding.subjects = {source, column_.value};
  if (!complaint_.part.empty()) finding.subjects.push_back(complaint_.part);
  finding.amount = strays();
}

/// `1 cell`, or where that is a great loss `40 of 50 cells`.
std::string ColumnLog::cells() const {
  if (loses_answers()) return fmt::format("{} of {} cells", strays(), strays() + use_.used);
  return strays() == 1 ? "1 cell" : fmt::format("{} cells", strays());
}

std::string ColumnLog::advice_about(const std::string& value) const {
  if (const std::string hint = did_you_mean(value, complaint_.known); !hint.empty()) return hint;
  if (value.empty() && complaint_.advise) return "; write there what is meant";
  const std::string advice = complaint_.advise ? complaint_.advise({value, strays_, use_.used}) : complaint_.advice;
  return advice.empty() ? advice : "; " + advice;
}

std::string ColumnLog::message() const {
  std::vector<StrayCell> by_count = strays_;
  const auto is_before = [](const StrayCell& a, const StrayCell& b) { return a.is_rest != b.is_rest ? b.is_rest : a.count > b.count; };
  std::stable_sort(by_count.begin(), by_count.end(), is_before);
  std::string values;
  std::size_t shown_cells = 0;
  for (const StrayCell& stray : by_count) {
    if (stray.is_rest || &stray - by_count.data() == most_values_shown) break;
    values += (values.empty() ? "" : ", ") + shown(stray);
    shown_cells += stray.count;
  }
  if (shown_cells < strays()) values += fmt::format(", other values {}", times(strays() - shown_cells));
  return fmt::format("{} of column '{}' {} {}, and {}: {}{}", cells(), printable(column_.value), strays() == 1 ? "is" : "are",
                     complaint_.what, complaint_.consequence, values, advice_about(by_count[0].value));
}

}  // namespace mot::evidence
