// A diagram is lines: `title …`, `section …`, and tasks `name: score: actor, actor`. `%%` and `#` begin comments. Where Mermaid's own
// grammar gives up (a task without a score, a colon in a section's name) the line is taken for what it looks like, and that is told.
#include "mot/import/mermaid.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "mot/evidence/cells/number.h"
#include "mot/import/plain_line.h"
#include "mot/import/survey/heading_words.h"
#include "mot/text/numbers.h"
#include "mot/text/utf8.h"

namespace mot::importing {
namespace {

using evidence::trimmed;

constexpr Scale mermaid_scale{1, 5};

struct Line {
  std::string_view text;
  std::size_t number;
};

std::vector<Line> lines_of(std::string_view text, std::size_t first_line) {
  std::vector<Line> lines;
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    lines.push_back({trimmed(text.substr(0, end)), first_line++});
    const bool is_pair = text.substr(end).starts_with("\r\n");
    text.remove_prefix(std::min(text.size(), end + (is_pair ? 2 : 1)));
  }
  return lines;
}

/// The lines without the front matter between two `---`, which `take` gets.
template <class Take>
std::vector<Line> without_front_matter(std::vector<Line> lines, const Take& take) {
  const auto first = std::ranges::find_if(lines, [](const Line& line) { return !line.text.empty(); });
  if (first == lines.end() || first->text != "---") return lines;
  const auto last = std::find_if(first + 1, lines.end(), [](const Line& line) { return line.text == "---"; });
  if (last == lines.end()) return lines;
  std::for_each(first + 1, last, take);
  lines.erase(lines.begin(), last + 1);
  return lines;
}

/// What stands behind a word at the front of a line and a blank or the line's end; nothing where another word stands there.
std::optional<std::string_view> behind(std::string_view word, std::string_view line) {
  if (line.size() < word.size() || folded(line.substr(0, word.size())) != word) return std::nullopt;
  const std::string_view rest = line.substr(word.size());
  if (!rest.empty() && rest[0] != ' ' && rest[0] != '\t') return std::nullopt;
  return trimmed(rest);
}

/// The same behind a word and a colon or an opening brace, which stays.
std::optional<std::string_view> behind_accessible(std::string_view word, std::string_view line) {
  if (line.size() < word.size() || folded(line.substr(0, word.size())) != word) return std::nullopt;
  const std::string_view rest = trimmed(line.substr(word.size()));
  const bool is_marked = !rest.empty() && (rest[0] == ':' || rest[0] == '{');
  return is_marked ? std::optional(rest) : std::nullopt;
}

/// Whether a number stands behind a colon of the line, as in a task.
bool looks_like_task(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return false;
  const std::string_view rest = line.substr(colon + 1);
  return evidence::number_from(trimmed(rest.substr(0, rest.find(':')))).has_value();
}

class Diagram {
 public:
  Diagram(std::size_t first_line, Imported& imported) : first_line_(first_line), imported_(imported) {}

  void read(std::string_view text) {
    const auto lines = without_front_matter(lines_of(text, first_line_), [&](const Line& line) { take_front_matter(line); });
    for (const Line& line : lines) take(line);
    finish();
  }

 private:
  void note(Fate fate, std::string text) { imported_.notes.push_back({fate, std::move(text)}); }

  void take_front_matter(const Line& line) {
    constexpr std::string_view title = "title:";
    if (!line.text.starts_with(title)) {
      if (!line.text.empty()) ++settings_;
      return;
    }
    std::string_view value = trimmed(line.text.substr(title.size()));
    const bool is_quoted = value.size() > 1 && (value[0] == '"' || value[0] == '\'') && value.back() == value[0];
    if (is_quoted) value = value.substr(1, value.size() - 2);
    title_ = without_markup(value);
  }

  void take(Line line) {
    if (is_in_description_) return take_description(line.text);
    if (line.text.starts_with("%%{")) {
      is_in_directive_ = true;
      ++settings_;
    }
    if (is_in_directive_) {
      is_in_directive_ = line.text.find("}%%") == std::string_view::npos;
      return;
    }
    if (const auto unknown = task_without_score(line.text)) return take_task({*unknown, line.number});
    line.text = without_comment(line);
    if (line.text.empty()) return;
    if (!is_begun_) {
      is_begun_ = true;
      const auto rest = behind("journey", line.text);
      if (rest && rest->empty()) return;
      if (rest) line.text = *rest;
    }
    if (!take_accessible(line) && !take_title(line) && !take_section(line)) take_task(line);
  }

  /// `Name:` of a comment that the export writes in place of a task whose score nobody knows.
  static std::optional<std::string_view> task_without_score(std::string_view line) {
    if (!line.starts_with("%%") || !line.ends_with(score_nobody_knows)) return std::nullopt;
    line.remove_suffix(score_nobody_knows.size() - 1);
    return trimmed(line.substr(2));
  }

  /// The line up to `%%` or to a `#` that begins no entity.
  std::string_view without_comment(const Line& line) {
    std::size_t end = line.text.find("%%");
    for (std::size_t at = line.text.find('#'); at < end && at != std::string_view::npos; at = line.text.find('#', at + 1)) {
      const std::size_t stop = line.text.find_first_of("; \t:", at);
      const bool is_entity = stop != std::string_view::npos && line.text[stop] == ';' && stop > at + 1;
      if (!is_entity) end = at;
      if (!is_entity) break;
    }
    if (end == std::string_view::npos) return line.text;
    ++comments_;
    const std::string_view said = trimmed(line.text.substr(0, end));
    if (!said.empty() && line.text[end] == '#') {
      note(Fate::dropped, fmt::format("line {}: {}, which Mermaid takes for a comment", line.number, in_quotes(line.text.substr(end))));
    }
    return said;
  }

  bool take_accessible(const Line& line) {
    if (const auto title = behind_accessible("acctitle", line.text); title && title->starts_with(':')) {
      comments_of_journey_.push_back("accTitle: " + without_markup(title->substr(1)));
      return true;
    }
    const auto description = behind_accessible("accdescr", line.text);
    if (!description) return false;
    if (description->starts_with('{')) {
      is_in_description_ = true;
      take_description(description->substr(1));
    } else {
      comments_of_journey_.push_back("accDescr: " + without_markup(description->substr(1)));
    }
    return true;
  }

  void take_description(std::string_view text) {
    const std::size_t end = text.find('}');
    is_in_description_ = end == std::string_view::npos;
    const std::string said = without_markup(text.substr(0, end));
    if (!said.empty()) comments_of_journey_.push_back("accDescr: " + said);
  }

  bool take_title(const Line& line) {
    const auto title = behind("title", line.text);
    if (!title) return false;
    const bool stands_among_tasks = !stages_.empty() || has_section_;
    if (looks_like_task(*title) && stands_among_tasks) {
      note(Fate::converted, fmt::format("line {}: {} is a task by its looks, and was taken for one; to Mermaid it is the title",
                                        line.number, in_quotes(line.text)));
      return false;
    }
    if (title->empty()) return true;
    if (has_title_line_) note(Fate::dropped, fmt::format("line {}: the title {} gave way to a later one", title_line_, in_quotes(title_)));
    title_ = without_markup(*title);
    has_title_line_ = true;
    title_line_ = line.number;
    return true;
  }

  bool take_section(const Line& line) {
    const auto name = behind("section", line.text);
    if (!name || looks_like_task(*name)) return false;
    stages_.push_back({without_markup(*name), {}});
    if (!says_something(stages_.back().name)) {
      const std::string given = fmt::format("Section {}", stages_.size());
      note(Fate::converted, fmt::format("line {}: a section without a name that says something is '{}'", line.number, given));
      stages_.back().name = given;
    }
    has_section_ = true;
    return true;
  }

  void take_task(const Line& line) {
    const std::size_t colon = std::min(line.text.find(':'), line.text.size());
    const std::string_view data = line.text.substr(std::min(line.text.size(), colon + 1));
    const std::size_t next = std::min(data.find(':'), data.size());
    Touchpoint task;
    task.name = name_of_task(line, line.text.substr(0, colon));
    take_score(line, trimmed(data.substr(0, next)), task);
    take_actors(line, next < data.size() ? data.substr(next + 1) : std::string_view(), task);
    if (stages_.empty()) {
      stages_.push_back({"Start", {}});
      note(Fate::converted, fmt::format("line {}: tasks before any section stand in a stage of their own, 'Start'", line.number));
    }
    stages_.back().touchpoints.push_back(imported_.workspace.touchpoints.size());
    imported_.workspace.touchpoints.push_back(std::move(task));
    ++tasks_;
  }

  std::string name_of_task(const Line& line, std::string_view written) {
    std::string name = without_markup(written);
    if (name != trimmed(written)) ++rewritten_;
    if (says_something(name)) return name;
    const std::string given = name.empty() ? fmt::format("Task {}", tasks_ + 1) : fmt::format("Task {} ({})", tasks_ + 1, name);
    note(Fate::converted, fmt::format("line {}: a task without a name that says something is {}", line.number, in_quotes(given)));
    return given;
  }

  void take_score(const Line& line, std::string_view written, Touchpoint& task) {
    const auto score = evidence::number_from(written);
    if (score && *score >= mermaid_scale.min && *score <= mermaid_scale.max) {
      task.facets[Facet::actual_score] = fmt::format("{}", *score);
      ++scores_;
      return;
    }
    const std::string text = plain_line(written);
    if (text.empty()) {
      note(Fate::dropped, fmt::format("line {}: {} has no score: what is lived there is unknown", line.number, in_quotes(task.name)));
      return;
    }
    task.comments.push_back(fmt::format("rated {} in the diagram", text));
    note(Fate::dropped, fmt::format("line {}: the score {} of {} {}; it stands in a comment", line.number, in_quotes(text),
                                    in_quotes(task.name), score ? "is off the scale of 1 to 5" : "is not a number"));
  }

  void take_actors(const Line& line, std::string_view written, Touchpoint& task) {
    if (const std::size_t end = written.find(':'); end != std::string_view::npos) {
      note(Fate::dropped, fmt::format("line {}: {}, which stands behind the actors", line.number, in_quotes(written.substr(end))));
      written = written.substr(0, end);
    }
    std::string actors;
    while (!written.empty()) {
      const std::size_t end = std::min(written.find(','), written.size());
      const std::string actor = without_markup(written.substr(0, end));
      written.remove_prefix(std::min(written.size(), end + 1));
      if (!says_something(actor)) continue;
      actors += (actors.empty() ? "" : ", ") + actor;
      if (std::ranges::find(actors_, actor) == actors_.end()) actors_.push_back(actor);
    }
    if (!actors.empty()) task.left_alone.emplace_back("x-actors", actors);
  }

  void finish() {
    Workspace& workspace = imported_.workspace;
    const bool has_title = says_something(title_);
    if (!has_title) {
      note(Fate::converted, fmt::format("the diagram in line {} has no title: its journey is '{}'", first_line_, workspace.name));
      title_ = workspace.name;
    }
    if (workspace.journeys.empty()) {
      workspace.name = title_;
      workspace.has_title = has_title;
    }
    note(Fate::kept, fmt::format("the journey {}: {} as stages, {} as touchpoints", in_quotes(title_),
                                 count_text(stages_.size(), "section", "sections"), count_text(tasks_, "task", "tasks")));
    if (scores_ > 0) {
      workspace.scale = mermaid_scale;
      workspace.is_scale_known = true;
      workspace.ground_of_scale = "as Mermaid rates tasks";
      note(Fate::converted,
           fmt::format("{}: what is lived today (actual), judged, on a scale of 1 to 5", count_text(scores_, "score", "scores")));
    }
    if (workspace.language.empty()) take_language();
    note_the_rest();
    workspace.journeys.push_back({title_, actors_, std::move(stages_), std::move(comments_of_journey_)});
  }

  /// By the small words in its names.
  void take_language() {
    HeadingLanguage words;
    words.add(title_);
    for (const Stage& stage : stages_) words.add(stage.name);
    for (const std::string& actor : actors_) words.add(actor);
    for (const Touchpoint& touchpoint : imported_.workspace.touchpoints) words.add(touchpoint.name);
    imported_.workspace.language = words.language();
    const std::string& language = imported_.workspace.language;
    if (!language.empty() && language != "en") note(Fate::converted, fmt::format("the language is '{}', as its words are", language));
  }

  void note_the_rest() {
    if (!actors_.empty()) {
      note(Fate::converted,
           fmt::format("actors: personas of the journey ({}); who takes part in a task stands under x-actors", fmt::join(actors_, ", ")));
    }
    if (rewritten_ > 0)
      note(Fate::converted, fmt::format("{} with <br>, entities or runs of blanks: in one line", count_text(rewritten_, "name", "names")));
    if (!comments_of_journey_.empty()) note(Fate::converted, "accTitle and accDescr: comments");
    if (comments_ > 0) note(Fate::dropped, count_text(comments_, "comment", "comments"));
    if (settings_ > 0) note(Fate::dropped, count_text(settings_, "setting", "settings") + " (front matter, %%{…}%%)");
  }

  std::size_t first_line_;
  Imported& imported_;
  std::string title_;
  std::vector<Stage> stages_;
  std::vector<std::string> actors_;
  std::vector<std::string> comments_of_journey_;
  std::size_t title_line_ = 0, tasks_ = 0, scores_ = 0, comments_ = 0, settings_ = 0, rewritten_ = 0;
  bool is_begun_ = false, has_section_ = false, has_title_line_ = false, is_in_directive_ = false, is_in_description_ = false;
};

}  // namespace

std::string_view mermaid_kind(std::string_view text) {
  bool is_in_directive = false;
  for (const Line& line : without_front_matter(lines_of(text, 1), [](const Line&) {})) {
    if (line.text.starts_with("%%{")) is_in_directive = true;
    const bool is_left_out = is_in_directive || line.text.empty() || line.text.starts_with("%%");
    if (is_in_directive && line.text.find("}%%") != std::string_view::npos) is_in_directive = false;
    if (!is_left_out) return line.text.substr(0, line.text.find_first_of(" \t:;"));
  }
  return {};
}

void add_mermaid_journey(std::string_view text, std::size_t first_line, Imported& imported) {
  Diagram(first_line, imported).read(text);
}

}  // namespace mot::importing
