#include "mot/yaml/flow.h"

#include <algorithm>
#include <utility>

#include "mot/yaml/lexer.h"

namespace mot::yaml {
namespace {

bool ends_document(std::string_view text, std::size_t at) {
  const bool begins_line = at == 0 || is_break(text[at - 1]);
  const bool is_marker = text.substr(at).starts_with("---") || text.substr(at).starts_with("...");
  return begins_line && is_marker && is_space(byte_at(text, at + 3));
}

bool is_one_of(char c, std::string_view characters) {
  return characters.find(c) != std::string_view::npos;
}

// Whether a `:` before this character is one.
bool ends_flow_key(char next) {
  return is_space(next) || is_one_of(next, ",]}");
}

// A plain scalar in brackets ends before `,[]{}`, before `: ` and ` #`, and where the document ends.
std::size_t plain_end_in_flow(std::string_view text, std::size_t at) {
  for (++at; at < text.size(); ++at) {
    const char c = text[at];
    if (is_one_of(c, ",[]{}")) break;
    const char next = byte_at(text, at + 1);
    if (c == ':' && ends_flow_key(next)) break;
    if (is_space(c) && next == '#') break;
    if ((c == '-' || c == '.') && ends_document(text, at)) break;
  }
  return at;
}

class FlowScanner {
 public:
  FlowScanner(std::string_view text, const FlowRange& range, std::vector<std::size_t> open)
      : text_(text), end_(std::min(range.end, text.size())), most_open_(range.most_open) {
    scan_.open = std::move(open);
    scan_.end = range.begin;
  }

  FlowScan scan(std::size_t until_open) {
    while (true) {
      const std::size_t at = skip_space(text_, scan_.end);
      scan_.end = std::min(at, end_);
      if (at >= end_ || ends_document(text_, at) || !take(text_[at])) break;
      const bool is_closed = scan_.open.size() <= until_open && (text_[at] == ']' || text_[at] == '}');
      if (is_closed) break;
    }
    return std::move(scan_);
  }

 private:
  // The token that begins with this character at scan_.end; false where it can't stand in brackets or reaches over the end.
  bool take(char c) {
    const bool was_after_json = std::exchange(after_json_, false);
    if (opens_bracket(c)) return take_opening();
    if (c == ']' || c == '}') return take_closing(c);
    if (c == '"' || c == '\'') return take_quoted();
    if (c == '&' || c == '*' || c == '!') {
      scan_.values += c == '*' ? 1 : 0;
      scan_.end = property_end(text_, scan_.end);
      return true;
    }
    const bool is_colon = c == ':' && (was_after_json || ends_flow_key(byte_at(text_, scan_.end + 1)));
    const bool is_indicator = c == ',' || (c == '?' && is_space(byte_at(text_, scan_.end + 1))) || is_colon;
    scan_.values += is_indicator ? 0 : 1;
    scan_.end = is_indicator ? scan_.end + 1 : plain_end_in_flow(text_, scan_.end);
    return true;
  }

  bool take_opening() {
    scan_.open.push_back(scan_.end);
    if (scan_.open.size() > most_open_ && !scan_.deepest) scan_.deepest = scan_.end;
    ++scan_.values;
    ++scan_.end;
    return true;
  }

  bool take_closing(char c) {
    const bool matches = !scan_.open.empty() && text_[scan_.open.back()] == (c == ']' ? '[' : '{');
    if (!matches) return false;
    scan_.open.pop_back();
    ++scan_.end;
    after_json_ = true;
    return true;
  }

  bool take_quoted() {
    const auto closed = quoted_end(text_, scan_.end);
    if (!closed || *closed > end_) {
      scan_.in_quotes = scan_.end;
      return false;
    }
    scan_.end = *closed;
    ++scan_.values;
    after_json_ = true;
    return true;
  }

  std::string_view text_;
  std::size_t end_;
  std::size_t most_open_;
  FlowScan scan_;
  bool after_json_ = false;  // behind quotes and brackets a `:` needs no blank
};

}  // namespace

FlowScan scan_flow(std::string_view text, const FlowRange& range, std::vector<std::size_t> open, std::size_t until_open) {
  return FlowScanner(text, range, std::move(open)).scan(until_open);
}

}  // namespace mot::yaml
