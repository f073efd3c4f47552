// yaml-cpp's events, on a leash: it gets checked bytes only, is stopped where it would go on for ever, and its complaints are put into
// words that name the place and the way out.
#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>
#include <set>
#include <streambuf>

#include "mot/text/utf8.h"
#include "mot/yaml/characters.h"
#include "mot/yaml/diagnose/diagnose.h"
#include "mot/yaml/dialect.h"
#include "mot/yaml/lexer.h"
#include "mot/yaml/node.h"
#include "mot/yaml/recovery.h"
#include "mot/yaml/tree_builder.h"

namespace mot::yaml {
namespace {

struct OpenAtEnd {
  Explanation explanation;
};

// What yaml-cpp reads: a prefix, the text from an offset on, and a line break, so that a last line without one reads like every other.
class Feed : public std::streambuf {
 public:
  Feed(std::string_view text, TreeBuilder& builder) : text_(text), builder_(builder) {
    // yaml-cpp: a byte order mark is skipped and not counted.
    if (text.starts_with(byte_order_mark)) uncounted_ = byte_order_mark.size();
    has_break_ = text.ends_with('\n');
    // yaml-cpp: brackets at the top might be a key, so all tokens in them are kept, 130 times the file. Behind `---` they can't be one.
    const std::size_t first = skip_space(text, uncounted_);
    if (!opens_bracket(byte_at(text, first))) return;
    begin_ = first;
    uncounted_ = 0;
    prefix_ = "--- ";
  }

  // The offset in the text of a mark.
  std::size_t offset_of(const YAML::Mark& mark) const {
    const auto read = static_cast<std::size_t>(std::max(mark.pos, 0));
    return std::min(begin_ + uncounted_ + (read > prefix_.size() ? read - prefix_.size() : 0), text_.size());
  }

 protected:
  int_type underflow() override { return at_ < size() ? traits_type::to_int_type(byte(at_)) : traits_type::eof(); }
  int_type uflow() override { return at_ < size() ? traits_type::to_int_type(byte(at_++)) : traits_type::eof(); }
  int_type pbackfail(int_type) override { return at_ > 0 ? traits_type::to_int_type(byte(--at_)) : traits_type::eof(); }

  std::streamsize xsgetn(char* to, std::streamsize count) override {
    const std::size_t last = size() - 1;
    if (at_ == last) check_end();
    if (at_ - checked_at_ > next_check_) check_memory();
    // The line break alone, when all else is read: by then the events of what precedes have come.
    const std::size_t end = at_ < last ? std::min(at_ + static_cast<std::size_t>(count), last) : std::min(at_ + 1, size());
    const std::size_t begin = at_;
    while (at_ < end && at_ < prefix_.size()) *to++ = byte(at_++);
    if (at_ < end && end <= last) at_ += text_.copy(to, end - at_, begin_ + at_ - prefix_.size());
    while (at_ < end) *to++ = byte(at_++);
    return static_cast<std::streamsize>(at_ - begin);
  }

 private:
  std::size_t size() const { return prefix_.size() + text_.size() - begin_ + (has_break_ ? 0 : 1); }
  char byte(std::size_t at) const { return at < prefix_.size() ? prefix_[at] : byte_at(text_, begin_ + at - prefix_.size()); }

  // yaml-cpp: at the end of the file it takes a bracket that is still open for a key.
  void check_end() {
    if (auto explanation = explain_end_in_brackets(builder_.progress())) throw OpenAtEnd{*explanation};
  }

  void check_memory() {
    const std::size_t read_to = builder_.progress().read_to;
    next_check_ = read_to == last_read_to_ ? next_check_ * 2 : first_check;
    last_read_to_ = read_to;
    checked_at_ = at_;
    builder_.look_ahead();
  }

  static constexpr std::size_t first_check = 64u << 10;
  std::string_view text_;
  std::string_view prefix_;
  TreeBuilder& builder_;
  bool has_break_ = false;     // at the text's end, so that none is to be added
  std::size_t begin_ = 0;      // of the text, where feeding begins
  std::size_t uncounted_ = 0;  // bytes that marks leave out
  std::size_t at_ = 0;
  std::size_t checked_at_ = 0;
  std::size_t next_check_ = first_check;
  std::size_t last_read_to_ = 0;
};

// Whether what the parser reads is the text itself, or has stand-ins in it.
enum class Dialect : unsigned char { plain, exchanged };

class Events : public YAML::EventHandler {
 public:
  Events(const Feed& feed, TreeBuilder& builder, Dialect dialect) : feed_(feed), builder_(builder), dialect_(dialect) {}

  void OnDocumentStart(const YAML::Mark& mark) override {
    const std::size_t offset = feed_.offset_of(mark);
    // yaml-cpp: some input, a single `,` say, is an endless row of empty documents at one place.
    if (documents_++ > 0 && offset <= last_document_) throw Unread{offset};
    last_document_ = offset;
    builder_.begin_document(offset);
  }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override { builder_.null(feed_.offset_of(mark), anchor); }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override { builder_.alias(feed_.offset_of(mark), anchor); }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, const std::string& value) override {
    builder_.scalar(feed_.offset_of(mark), {tag, anchor}, is_restored(value) ? restored(value) : value);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, YAML::EmitterStyle::value) override {
    builder_.begin_collection(Kind::sequence, feed_.offset_of(mark), {tag, anchor});
  }
  void OnSequenceEnd() override { builder_.end_collection(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, YAML::EmitterStyle::value) override {
    builder_.begin_collection(Kind::mapping, feed_.offset_of(mark), {tag, anchor});
  }
  void OnMapEnd() override { builder_.end_collection(); }

 private:
  bool is_restored(std::string_view value) const { return dialect_ == Dialect::exchanged && has_stand_in(value); }

  const Feed& feed_;
  TreeBuilder& builder_;
  Dialect dialect_;
  std::size_t documents_ = 0;
  std::size_t last_document_ = 0;
};

Span span(std::uint32_t file, std::size_t begin, std::size_t end) {
  return {file, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

void report(const Explanation& explanation, std::uint32_t file, Findings& findings) {
  Finding& finding = findings.report("yaml-syntax", span(file, explanation.begin, explanation.end), explanation.message);
  const auto& other = explanation.other_place;
  if (other) finding.notes.push_back({span(file, *other, *other + 1), explanation.other_message});
  if (!explanation.replacement) return;
  finding.fix = Edit{span(file, explanation.begin, explanation.replaced_to.value_or(explanation.end)), *explanation.replacement};
}

// What came of one reading: nothing where the builder has said what is wrong and reading on makes no sense.
struct Outcome {
  bool is_whole = false;
  std::optional<Explanation> explanation = std::nullopt;
  std::size_t offset = 0;  // where the parser gave up
};

Outcome read(std::string_view fed, Dialect dialect, TreeBuilder& builder) {
  Feed feed(fed, builder);
  std::istream stream(&feed);
  Events events(feed, builder, dialect);
  try {
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(events)) {
    }
    builder.end_text();
    return {.is_whole = true};
  } catch (const Stop&) {
    return {};
  } catch (const OpenAtEnd& open) {
    return {false, open.explanation};
  } catch (const Unread& unread) {
    return {false, explain(builder.progress(), unread.offset, {})};
  } catch (const YAML::Exception& error) {
    const std::size_t offset = feed.offset_of(error.mark);
    return {false, explain(builder.progress(), offset, error.msg), offset};
  }
}

// Takes out what stands around bytes that may not be in a file at all. What ends it: the whole text is of another kind, or too many.
std::string_view without_bad_characters(Recovery& recovery, std::uint32_t file, Findings& findings) {
  std::set<std::string> reported;
  while (const auto bad = first_bad_character(recovery.text())) {
    if (reported.insert(bad->message).second) findings.report(bad->rule, span(file, bad->begin, bad->end), bad->message);
    const std::string_view text = recovery.text();
    const bool is_other_kind = bad->begin == 0 || text[bad->begin] == '\0';
    if (is_other_kind || !recovery.take_out(bad->begin, {})) return text.substr(0, line_begin(text, bad->begin));
  }
  return recovery.text();
}

// The colon of a key between brackets that begins at an offset, where it stands on a later line.
std::optional<std::size_t> colon_on_later_line(std::string_view text, std::size_t begin) {
  const char first = byte_at(text, begin);
  // Lines that were taken out are blanks, and so no key.
  if (is_space(first)) return std::nullopt;
  const bool is_quoted = first == '"' || first == '\'';
  std::size_t end = is_quoted ? quoted_end(text, begin).value_or(text.size()) : begin;
  end = std::min(text.find_first_of(",:[]{}#", end), text.size());
  const bool is_colon = byte_at(text, end) == ':' && (is_quoted || is_space(byte_at(text, end + 1)));
  return is_colon && next_line(text, begin) <= end ? std::optional(end) : std::nullopt;
}

// The colon of a key over several lines, where the parser gave up at one.
std::optional<std::size_t> colon_of_long_key(std::string_view text, const Outcome& outcome) {
  const std::vector<std::size_t>& brackets = outcome.explanation->brackets;
  const bool is_in_braces = !brackets.empty() && text[brackets.back()] == '{' && outcome.offset > brackets.back();
  return is_in_braces ? colon_on_later_line(text, outcome.offset) : std::nullopt;
}

// Whether the parser gave up at what is YAML all the same, and now can read it: one of JSON's pairs, a key over several lines.
bool is_exchanged(std::string_view text, const Outcome& outcome, std::optional<std::string>& fed) {
  const std::size_t at = outcome.offset;
  const bool may_be_pair = at > 2 && text.substr(0, at).rfind("\\u") + 6 == at;
  const auto colon = colon_of_long_key(text, outcome);
  if (!may_be_pair && !colon) return false;
  if (!fed) fed = std::string(text);
  return colon ? join_lines_of_key(*fed, at, *colon) : join_surrogates(*fed, at);
}

// Each key over several lines costs a reading, and the readings have an end: the one that is not read any more is named.
void explain_long_key(std::string_view text, Outcome& outcome) {
  const auto colon = colon_of_long_key(text, outcome);
  if (!colon) return;
  outcome.explanation = Explanation{outcome.offset, text.find_last_not_of(" \t\r\n", *colon - 1) + 1,
                                    "too many keys stand on several lines, this one among them; write each on one line"};
}

// What is taken out of the text goes from its copy, and from there on the copy is made anew: a key whose lines were put on one may have
// lost its brackets, and a line break is one again.
void take_out_of(std::string& fed, std::string_view text, const Loss& loss) {
  const std::size_t begin = line_begin(fed, loss.begin);
  const std::optional<std::string> anew = text_for_parser(text);
  fed.replace(begin, std::string::npos, anew ? std::string_view(*anew) : text, begin);
}

}  // namespace

Tree parse(const Sources& sources, std::uint32_t file, Findings& findings, const Limits& limits) {
  std::string_view text = sources[file].text;
  const bool is_too_large = text.size() > limits.bytes;
  if (is_too_large) {
    findings.report("too-large", span(file, 0, 0), fmt::format("{} bytes; a file may have {}", text.size(), limits.bytes));
    text = {};
  }
  Recovery recovery(text);
  const std::size_t good = without_bad_characters(recovery, file, findings).size();
  const bool is_cut_off = is_too_large || good < text.size();
  std::optional<std::string> fed = text_for_parser(recovery.text());
  while (true) {
    Findings met;
    TreeBuilder builder(recovery.text().substr(0, good), file, met, limits, recovery.losses());
    const std::string_view readable = fed ? std::string_view(*fed) : recovery.text();
    Outcome outcome = read(readable.substr(0, good), fed ? Dialect::exchanged : Dialect::plain, builder);
    if (outcome.explanation && is_exchanged(recovery.text(), outcome, fed)) {
      if (recovery.may_read_again()) continue;
      explain_long_key(recovery.text(), outcome);
    }
    // What is wrong where the text is cut off before a bad byte is no fault of the file.
    const bool is_new = outcome.explanation && !is_cut_off && !recovery.is_known(outcome.explanation->begin);
    if (is_new) report(*outcome.explanation, file, findings);
    const bool goes_on = outcome.explanation && recovery.take_out(outcome.explanation->begin, outcome.explanation->brackets);
    if (goes_on) {
      if (fed) take_out_of(*fed, recovery.text(), recovery.losses().back());
      continue;
    }
    findings.append(std::move(met));
    Tree tree = builder.finish();
    tree.is_read_to_end = outcome.is_whole && !is_cut_off;
    tree.is_whole &= tree.is_read_to_end && recovery.losses().empty();
    tree.hides_things |= !tree.is_read_to_end || recovery.hides_things();
    if (auto copy = recovery.release()) tree.unescaped.push_back(std::move(copy));
    return tree;
  }
}

}  // namespace mot::yaml
