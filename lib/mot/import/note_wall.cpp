#include "mot/import/note_wall.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <set>

#include "mot/evidence/cells/number.h"
#include "mot/import/cell_texts.h"
#include "mot/import/headings.h"
#include "mot/import/placed_touchpoints.h"
#include "mot/import/plain_line.h"
#include "mot/load/fields/codecs.h"
#include "mot/text/listed_items.h"
#include "mot/text/numbers.h"
#include "mot/text/phrase_match.h"
#include "mot/text/shortlist.h"
#include "mot/text/utf8.h"

namespace mot::importing {
namespace {

constexpr std::size_t longest_note = 400;  // bytes; longer lines are prose
constexpr std::size_t longest_name = 100;  // bytes, of a touchpoint
constexpr std::size_t most_notes = 5'000;

struct WallNote {
  std::string text;                       ///< its lines
  std::string group = {};                 ///< that it stands in
  std::string subgroup = {};              ///< inside of that
  std::vector<std::string> remarks = {};  ///< below it
  std::vector<std::string> tags = {};
  std::vector<std::string> placeholders = {};                    ///< among its tags
  std::vector<std::pair<std::string, std::string>> others = {};  ///< by `x-` key
  std::size_t line = 0;
};

enum class LineKind : std::uint8_t { blank, heading, bullet, remark, text };

struct WallLine {
  LineKind kind = LineKind::text;
  std::string text;
  std::size_t level = 0;  ///< of a heading
  std::size_t number = 0;
};

WallLine wall_line(std::string_view line, std::size_t number) {
  const std::string text = plain_line(line);
  if (text.empty()) return {LineKind::blank, {}, 0, number};
  const std::size_t marks = text.find_first_not_of('#');
  constexpr std::size_t most_marks = 6;
  if (marks > 0 && marks != std::string::npos && marks <= most_marks && text[marks] == ' ')
    return {LineKind::heading, text.substr(marks + 1), marks, number};
  const std::size_t bullet = bullet_length(text);
  const bool is_indented = line.starts_with(' ') || line.starts_with('\t');
  if (bullet > 0) return {is_indented ? LineKind::remark : LineKind::bullet, text.substr(bullet), 0, number};
  return {LineKind::text, text, 0, number};
}

std::vector<WallLine> wall_lines(std::string_view text) {
  std::vector<WallLine> lines;
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    WallLine line = wall_line(text.substr(0, end), number);
    if (line.kind != LineKind::blank) lines.push_back(std::move(line));
    text.remove_prefix(std::min(text.size(), end + 1));
  }
  const auto has_bullet = [](const WallLine& line) { return line.kind == LineKind::bullet; };
  // A list that is indented as a whole.
  if (std::ranges::none_of(lines, has_bullet)) {
    for (WallLine& line : lines) line.kind = line.kind == LineKind::remark ? LineKind::bullet : line.kind;
  }
  // `Arrive` or `Arrive:` above bullets is a heading.
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i].kind != LineKind::text || !has_bullet(lines[i + 1])) continue;
    lines[i].kind = LineKind::heading;
    lines[i].level = 6;
    if (lines[i].text.size() > 1 && lines[i].text.ends_with(':')) lines[i].text.pop_back();
  }
  return lines;
}

constexpr std::size_t most_prose_of_bullets = 4;

/// Whether a line that is no bullet is a sentence rather than a note.
bool is_sentence(const WallLine& line) {
  return line.kind == LineKind::text && (line.text.size() > longest_name || line.text.ends_with('.') || line.text.ends_with(':'));
}

std::size_t count_kind(const std::vector<WallLine>& lines, LineKind kind) {
  return static_cast<std::size_t>(std::ranges::count(lines, kind, &WallLine::kind));
}

/// The heading that names the whole: the first one, alone on the highest level, with others below it.
std::optional<std::size_t> title_of(const std::vector<WallLine>& lines) {
  if (lines.empty() || lines.front().kind != LineKind::heading) return std::nullopt;
  const std::size_t level = lines.front().level;
  std::size_t others = 0;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (lines[i].kind != LineKind::heading) continue;
    if (lines[i].level <= level) return std::nullopt;
    ++others;
  }
  return others > 0 || level == 1 ? std::optional<std::size_t>(0) : std::nullopt;
}

std::vector<WallNote> notes_in(const std::vector<WallLine>& lines, std::vector<std::string>& left_out) {
  const std::size_t bullets = count_kind(lines, LineKind::bullet);
  const bool has_bullets = bullets > 0, is_mixed = bullets < count_kind(lines, LineKind::text) * most_prose_of_bullets;
  const auto title = title_of(lines);
  std::size_t top = 6;
  for (std::size_t i = title ? 1 : 0; i < lines.size(); ++i) {
    if (lines[i].kind == LineKind::heading) top = std::min(top, lines[i].level);
  }
  std::vector<WallNote> notes;
  std::string group, subgroup;
  for (std::size_t i = title ? 1 : 0; i < lines.size(); ++i) {
    const WallLine& line = lines[i];
    const bool is_note =
        line.kind == LineKind::bullet || (line.kind == LineKind::text && (!has_bullets || (is_mixed && !is_sentence(line))));
    if (line.kind == LineKind::heading) {
      (line.level == top ? group : subgroup) = line.text;
      if (line.level == top) subgroup.clear();
    } else if (line.kind == LineKind::remark && !notes.empty()) {
      notes.back().remarks.push_back(line.text);
    } else if (is_note) {
      notes.push_back({.text = line.text, .group = group, .subgroup = subgroup, .line = line.number});
    } else {
      left_out.push_back(fmt::format("{} in line {}", in_quotes(line.text), line.number));
    }
  }
  return notes;
}

// clang-format off
/// Headings of boards, in small letters without accents, with `|` between.
constexpr std::string_view words_for_text = "text|note|notes|sticky|sticky note|sticky notes|stickies|sticky text|content|idea|ideas|card|post it|postit|post its|zettel|notiz|notizen|haftnotiz|inhalt|karte|idee|ideen|texte|contenu|carte|texto|nota|contenido|tarjeta|idea|conteudo|cartao|ideia";
constexpr std::string_view words_for_group = "frame|frame title|area|group|cluster|column|lane|swimlane|list|section|category|theme|topic|stage|phase|parent|rahmen|bereich|gruppe|spalte|liste|kategorie|thema|cadre|groupe|colonne|etape|categorie|marco|grupo|columna|etapa|fase|categoria|tema|quadro|coluna";
constexpr std::string_view words_for_tags = "tag|tags|label|labels|schlagworte|etiquetas|etiquettes";
constexpr std::string_view words_beside = "id|color|colour|bg color|background|background color|border color|fill|type|shape|widget type|author|created by|creator|created at|created|last updated by|last updated|updated at|modified by|modified at|x|y|position x|position y|width|height|link|link to|url|votes|farbe|typ|autor|erstellt von|erstellt am|couleur|auteur|type|color de fondo|cor|autor";
// clang-format on

bool is_word(std::string_view words, std::string_view heading) {
  const std::string text = fmt::format("{}", fmt::join(words_of(without_accents(plain_line(heading))), " "));
  return !text.empty() && ("|" + std::string(words) + "|").find("|" + text + "|") != std::string::npos;
}

std::optional<std::size_t> column_named(std::string_view words, const std::vector<std::string>& header) {
  const auto found = std::ranges::find_if(header, [&](const std::string& heading) { return is_word(words, heading); });
  return found == header.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - header.begin()));
}

bool is_blank_cell(const std::string& cell) {
  return plain_line(cell).empty();
}

/// A column of texts alone; customers' own words and answers are none.
bool is_one_column(const FrontRows& rows) {
  std::set<std::string> met;
  std::size_t texts = 0, words = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto& cells = rows[i].cells;
    if (cells.empty() || is_blank_cell(cells[0]) || !std::all_of(cells.begin() + 1, cells.end(), is_blank_cell)) return false;
    const std::string text = plain_line(cells[0]);
    const bool is_heading = i == 0 && is_word(words_for_text, text);
    if (is_heading) continue;
    if (text.size() > longest_note || !says_no_answers({text})) return false;
    met.insert(text);
    ++texts;
    words += words_of(text).size();
  }
  constexpr std::size_t least = 2;
  return texts >= least && met.size() * 2 > texts && words > texts;  // names of places, one word each, are none
}

bool begins_with_question(const FrontRows& rows) {
  const std::string first = rows.empty() || rows[0].cells.empty() ? std::string() : plain_line(rows[0].cells[0]);
  if (is_word(words_for_text, first)) return false;
  const std::string_view cell = first;
  const Heading heading = headings_of({&cell, 1}).front();
  return first.ends_with('?') || (heading.facet && heading.is_exact);
}

/// Whether a blank stands behind all commas and semicolons, as in sentences.
bool has_marks_of_prose_alone(std::string_view text) {
  for (std::size_t at = text.find_first_of(",;"); at != std::string_view::npos; at = text.find_first_of(",;", at + 1)) {
    const bool is_prose = at + 1 == text.size() || text[at + 1] == ' ' || text[at + 1] == '\n' || text[at + 1] == '\r';
    if (!is_prose) return false;
  }
  return text.find('\t') == std::string_view::npos;
}

/// Whether all lines have as many cells, and several, that are no parts of sentences.
bool is_cut_alike(std::string_view text) {
  const FrontRows rows = front_rows_of_csv(text);
  const auto is_like_first = [&](const FrontRow& row) { return row.cells.size() == rows.front().cells.size(); };
  const auto is_prose = [](const FrontRow& row) { return says_no_answers(row.cells); };
  if (rows.size() < 2 || rows.front().cells.size() < 2 || !std::ranges::all_of(rows, is_like_first)) return false;
  return !has_marks_of_prose_alone(text) || !std::ranges::all_of(rows, is_prose);
}

class Wall {
 public:
  Wall(const std::string& file, Imported& imported) : file_(file), imported_(imported) {}

  void add(const std::vector<WallNote>& notes) {
    if (notes.size() > most_notes)
      throw CannotImport(fmt::format("'{}' has more than {} notes, which no wall has", printable(file_), most_notes));
    std::vector<Touchpoint> touchpoints;
    std::vector<std::string> groups;
    std::set<std::string> subgroups;
    for (const WallNote& note : notes) {
      if (!says_something(note.text)) {
        silent_.push_back(fmt::format("{} in line {}", in_quotes(note.text), note.line));
        continue;
      }
      touchpoints.push_back(touchpoint_of(note));
      for (const std::string& placeholder : note.placeholders)
        silent_.push_back(fmt::format("{} in line {}", in_quotes(placeholder), note.line));
      if (says_something(note.group))
        add_once(groups, in_quotes(note.group));
      else if (!note.group.empty())
        silent_.push_back(fmt::format("the group {} in line {}", in_quotes(note.group), note.line));
      if (!note.subgroup.empty()) subgroups.insert(note.subgroup);
    }
    tell(Fate::kept, fmt::format("a wall of notes: {}, a touchpoint each", count_text(touchpoints.size(), "note", "notes")));
    if (!groups.empty())
      tell(Fate::converted, fmt::format("what groups the notes: {} ({}), in the order of the file; correct it if it is no path",
                                        count_text(groups.size(), "stage", "stages"), shortlist(groups)));
    if (!subgroups.empty()) tell(Fate::converted, "headings inside of these: kept as x-group");
    if (long_ > 0)
      tell(Fate::converted,
           count_text(long_, "note", "notes") + " of many words or several lines: the beginning is the name, the whole stands in notes");
    if (!silent_.empty()) tell(Fate::dropped, fmt::format("notes that say nothing: {}", fmt::join(silent_, ", ")));
    tell(Fate::undecided, "which notes are moments of customers, which are pains, ideas or questions: a touchpoint each until you say");
    place_touchpoints(std::move(touchpoints), {file_, title_}, imported_);
  }

  /// What names the journey, and the project of the first file.
  void take_title(const std::string& title) {
    const bool names_project = imported_.workspace.journeys.empty();
    title_ = title;
    if (names_project) {
      imported_.workspace.name = title;
      imported_.workspace.has_title = true;
    }
    tell(Fate::converted,
         fmt::format("the heading {}: the name of {}the journey", in_quotes(title), names_project ? "the project and of " : ""));
  }

  void tell(Fate fate, std::string text) { imported_.notes.push_back({fate, std::move(text)}); }

 private:
  Touchpoint touchpoint_of(const WallNote& note) {
    Touchpoint touchpoint;
    touchpoint.line = note.line;
    const std::size_t end = std::min(note.text.find('\n'), note.text.size());
    touchpoint.name = shortened_to_words(note.text.substr(0, end));
    if (touchpoint.name != note.text) {
      ++long_;
      touchpoint.facets[Facet::notes] = note.text;
    }
    for (const std::string& remark : note.remarks) {
      std::string& notes = touchpoint.facets[Facet::notes];
      notes += (notes.empty() ? "" : "\n") + remark;
    }
    if (says_something(note.group)) touchpoint.facets[Facet::stage] = note.group;
    if (!note.tags.empty()) touchpoint.facets[Facet::tags] = in_lines(note.tags);
    if (!note.subgroup.empty()) touchpoint.left_alone.emplace_back("x-group", note.subgroup);
    for (const auto& other : note.others) touchpoint.left_alone.push_back(other);
    return touchpoint;
  }

  static void add_once(std::vector<std::string>& names, std::string name) {
    if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
  }

  static std::string shortened_to_words(const std::string& line) {
    if (line.size() <= longest_name) return line;
    const std::size_t cut = line.rfind(' ', longest_name);
    return shortened(line, longest_name).size() < line.size() && cut != std::string::npos && cut > 0 ? line.substr(0, cut) + " \u2026"
                                                                                                     : line;
  }

  const std::string& file_;
  Imported& imported_;
  std::string title_;
  std::vector<std::string> silent_;
  std::size_t long_ = 0;
};

/// The `x-` keys of the columns that have no other place.
std::map<std::size_t, std::string> keys_beside(const std::vector<std::string>& header, const std::set<std::size_t>& taken) {
  std::map<std::size_t, std::string> keys;
  std::set<std::string> used{"x-group"};
  for (std::size_t i = 0; i < header.size(); ++i) {
    if (taken.contains(i) || is_blank_cell(header[i])) continue;
    const std::string key = "x-" + yaml::id_like(plain_line(header[i]));
    std::string& own = keys[i] = key;
    for (std::size_t number = 2; !used.insert(own).second; ++number) own = fmt::format("{}-{}", key, number);
  }
  return keys;
}

}  // namespace

bool is_list_of_notes(std::string_view text) {
  const std::vector<WallLine> lines = wall_lines(text);
  const std::size_t bullets = count_kind(lines, LineKind::bullet), texts = count_kind(lines, LineKind::text);
  const bool is_short = std::ranges::all_of(lines, [](const WallLine& line) { return line.text.size() <= longest_note; });
  const bool has_cells = std::ranges::any_of(lines, [](const WallLine& line) { return line.text.find(" | ") != std::string::npos; });
  const bool are_numbers = std::ranges::any_of(
      lines, [](const WallLine& line) { return line.kind == LineKind::text && evidence::number_from(line.text).has_value(); });
  constexpr std::size_t least = 2;
  const auto prose = static_cast<std::size_t>(std::ranges::count_if(lines, is_sentence));
  const bool is_list = bullets > 0 ? bullets >= prose * most_prose_of_bullets && bullets + prose >= texts : !is_cut_alike(text);
  return is_short && !has_cells && !are_numbers && is_list && std::max(bullets, texts) >= least;
}

bool is_table_of_notes(const FrontRows& rows) {
  if (rows.size() < 2) return false;
  const auto& header = rows[0].cells;
  const auto text = column_named(words_for_text, header);
  const auto is_of_board = [](const std::string& heading) {
    return is_blank_cell(heading) || is_word(words_for_text, heading) || is_word(words_for_group, heading) ||
           is_word(words_for_tags, heading) || is_word(words_beside, heading);
  };
  const auto filled = std::ranges::count_if(header, [](const std::string& heading) { return !is_blank_cell(heading); });
  if (text && filled > 1) return std::ranges::all_of(header, is_of_board);
  return !begins_with_question(rows) && is_one_column(rows);
}

bool is_list_in_csv(std::string_view text) {
  if (text.find('"') != std::string_view::npos || !is_list_of_notes(text)) return false;
  FrontRows rows = front_rows_of_csv(text);
  if (rows.empty() || begins_with_question(rows)) return false;
  const std::size_t all = rows.size();
  std::erase_if(rows, [](const FrontRow& row) { return !std::all_of(row.cells.begin() + 1, row.cells.end(), is_blank_cell); });
  return rows.size() * 2 > all && is_one_column(rows);
}

void add_list_of_notes(const GivenFile& file, Imported& imported) {
  const std::vector<WallLine> lines = wall_lines(file.bytes);
  std::vector<std::string> left_out;
  const std::vector<WallNote> notes = notes_in(lines, left_out);
  Wall wall(file.name, imported);
  if (const auto title = title_of(lines)) wall.take_title(lines[*title].text);
  wall.add(notes);
  if (!left_out.empty()) wall.tell(Fate::dropped, fmt::format("lines between the notes: {}", fmt::join(left_out, ", ")));
}

void add_table_of_notes(const std::vector<TableRow>& rows, const std::string& file, Imported& imported) {
  const std::vector<std::string>& header = rows.front().cells;
  const auto text = column_named(words_for_text, header), group = column_named(words_for_group, header),
             tags = column_named(words_for_tags, header);
  const std::size_t column = text.value_or(0);
  std::set<std::size_t> taken{column};
  if (text && group) taken.insert(*group);
  if (text && tags) taken.insert(*tags);
  const auto keys = text ? keys_beside(header, taken) : std::map<std::size_t, std::string>();
  std::vector<WallNote> notes;
  std::size_t empty = 0;
  for (std::size_t i = text ? 1 : 0; i < rows.size(); ++i) {
    const auto& cells = rows[i].cells;
    const auto cell = [&](std::optional<std::size_t> at) { return at && *at < cells.size() ? cells[*at] : std::string(); };
    if (is_blank_cell(cell(column))) {
      empty += std::ranges::any_of(cells, [](const std::string& other) { return !is_blank_cell(other); });
      continue;
    }
    WallNote& note = notes.emplace_back(WallNote{.text = plain_lines(cell(column)), .line = rows[i].line});
    if (text && group) note.group = plain_line(cell(group));
    if (text && tags) {
      CellList list = list_in_cell(cell(tags), marks_between(Facet::tags));
      note.tags = std::move(list.items), note.placeholders = std::move(list.placeholders);
    }
    for (const auto& [at, key] : keys) {
      if (const std::string other = plain_lines(cell(at)); !other.empty()) note.others.emplace_back(key, other);
    }
  }
  Wall wall(file, imported);
  wall.add(notes);
  for (const auto& [at, key] : keys)
    wall.tell(Fate::converted, fmt::format("column {}: kept as {}", in_quotes(plain_line(header[at])), key));
  if (empty > 0) wall.tell(Fate::dropped, count_text(empty, "row without a text", "rows without a text"));
}

}  // namespace mot::importing
