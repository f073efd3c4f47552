#include "mot/import/import.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <optional>
#include <set>

#include "mot/evidence/csv/csv_rows.h"
#include "mot/evidence/csv/encoding.h"
#include "mot/evidence/csv/lines.h"
#include "mot/evidence/csv/separator.h"
#include "mot/import/front_rows.h"
#include "mot/import/headings.h"
#include "mot/import/journey_grid.h"
#include "mot/import/kept_rows.h"
#include "mot/import/markdown.h"
#include "mot/import/mermaid.h"
#include "mot/import/note_wall.h"
#include "mot/import/plain_line.h"
#include "mot/import/second_tables.h"
#include "mot/import/touchpoint_table.h"
#include "mot/import/workbook.h"
#include "mot/text/memory_stream.h"
#include "mot/text/numbers.h"
#include "mot/text/utf8.h"

namespace mot::importing {
namespace {

/// Mermaid's other diagrams, which are refused by name.
constexpr std::string_view other_diagrams[] = {"flowchart",     "flowchart-v2",       "graph",        "sequenceDiagram", "classDiagram",
                                               "stateDiagram",  "stateDiagram-v2",    "erDiagram",    "gantt",           "pie",
                                               "quadrantChart", "requirementDiagram", "gitGraph",     "mindmap",         "timeline",
                                               "zenuml",        "sankey-beta",        "xychart-beta", "block-beta",      "packet-beta",
                                               "kanban",        "architecture-beta",  "C4Context"};

/// The rows above the headings, cut by what separates those: a title holds commas.
void take_rows_above(std::string_view text, const FrontRows& front, std::size_t headings, TextTable& below, Imported& imported) {
  below.beside = texts_above(front, headings, below.has_two_heading_rows);
  if (headings == 0) return;
  std::string_view table = text;
  for (std::size_t line = 1; line < front[headings].line; ++line) table.remove_prefix(table.find('\n') + 1);
  const FrontRows rows = front_rows_of_csv(text, evidence::separator_of(table.substr(0, evidence::separator_look_ahead)));
  const auto found = std::ranges::find(rows, front[headings].line, &FrontRow::line);
  if (found != rows.end()) below.title = take_title(rows, static_cast<std::size_t>(found - rows.begin()), imported);
}

/// All rows of a file from a line on.
class AllRows : public evidence::RowReceiver {
 public:
  bool header(std::span<const std::string_view> names, evidence::DecimalMark) override {
    rows.push_back({{names.begin(), names.end()}, 0});
    return true;
  }
  void row(const evidence::Row& row) override {
    constexpr std::size_t most = 10'000;
    if (rows.size() < most) rows.push_back({{row.cells.begin(), row.cells.end()}, row.line});
  }
  std::vector<TableRow> rows;
};

/// A journey map with stages across; answers whether the file holds one.
bool add_csv_grid(const GivenFile& file, const FrontRows& front, Imported& imported) {
  const auto stages = stages_row(front);
  if (!stages) return false;
  MemoryStream bytes(file.bytes);
  AllRows all;
  const auto report = evidence::read_csv(bytes, all, {}, {.separator = {}, .skipped_lines = front[*stages].line - 1});
  if (report.fault) refuse(file.name, *report.fault);
  add_journey_grid({front.begin(), front.begin() + static_cast<std::ptrdiff_t>(*stages)}, all.rows, file.name, imported);
  if (report.ragged.count > 0)
    imported.notes.push_back({Fate::dropped, fmt::format("{} with another number of cells than the stages' row, the first in line {}",
                                                         count_text(report.ragged.count, "row", "rows"), report.ragged.first_line)});
  return true;
}

/// A wall of notes; answers whether the file holds one.
bool add_csv_notes(const GivenFile& file, const FrontRows& front, Imported& imported) {
  if (!is_table_of_notes(front)) return false;
  MemoryStream bytes(file.bytes);
  AllRows all;
  const auto report = evidence::read_csv(bytes, all, {}, {.separator = {}, .skipped_lines = front.front().line - 1});
  if (report.fault) refuse(file.name, *report.fault);
  all.rows.front().line = front.front().line;
  add_table_of_notes(all.rows, file.name, imported);
  if (report.ragged.count > 0)
    imported.notes.push_back({Fate::dropped, fmt::format("{} with another number of cells than the first one, the first in line {}",
                                                         count_text(report.ragged.count, "row", "rows"), report.ragged.first_line)});
  return true;
}

void add_csv(const GivenFile& file, Imported& imported) {
  const FrontRows front = front_rows_of_csv(file.bytes);
  const auto headings = heading_row(front);
  if (!headings && add_csv_grid(file, front, imported)) return;
  if (!headings && add_csv_notes(file, front, imported)) return;
  if (!headings && is_list_in_csv(file.bytes)) return add_list_of_notes(file, imported);
  const std::size_t above = headings && *headings > 0 ? front[*headings].line - 1 : 0;
  const ReadTable read = [&](std::size_t skipped_lines) {
    MemoryStream bytes(file.bytes);
    KeptRows rows(file.name);
    const evidence::RowReport report = evidence::read_csv(bytes, rows, {}, {.separator = {}, .skipped_lines = skipped_lines});
    if (report.fault) refuse(file.name, *report.fault);
    return TableRead{std::move(rows.table), report.ragged};
  };
  Notes notes;
  std::vector<TextTable> tables = tables_below(read, above, notes);
  if (!holds_touchpoints(tables.front())) {
    refuse(file.name,
           "has no headings of a touchpoint table; it needs one that names the touchpoint (touchpoint, step, moment) and one that says "
           "something of it (stage, department, channel, importance, …); notes of a wall need a line each, or a column 'Text'");
  }
  if (headings) take_rows_above(file.bytes, front, *headings, tables.front(), imported);
  imported.notes.insert(imported.notes.end(), notes.begin(), notes.end());
  for (const TextTable& table : tables) add_touchpoint_table(table, file.name, imported);
}

void add_mermaid(const GivenFile& file, Imported& imported) {
  const std::string_view kind = mermaid_kind(file.bytes);
  if (folded(kind) == "journey") return add_mermaid_journey(file.bytes, 1, imported);
  if (kind.empty()) refuse(file.name, "holds no diagram");
  refuse(file.name, fmt::format("begins with {}: only Mermaid's diagrams of the kind 'journey' can be imported", in_quotes(kind)));
}

/// What the heading of a section is to the touchpoints of the table below it.
std::optional<Facet> facet_of_sections(const std::vector<TextTable>& tables) {
  std::set<std::string> met;
  const auto has = [&](Facet facet) {
    return std::ranges::any_of(tables, [facet](const TextTable& table) { return has_column(table, facet); });
  };
  for (const TextTable& table : tables) {
    const bool is_alike = table.section.level > 0 && table.section.level == tables.front().section.level;
    if (!is_alike || !met.insert(plain_line(table.section.text)).second) return std::nullopt;
  }
  if (tables.size() < 2) return std::nullopt;
  if (!has(Facet::stage)) return Facet::stage;
  return has(Facet::department) ? std::nullopt : std::optional(Facet::department);
}

/// Adds all tables of touchpoints, and tells which they are and what the others are; answers whether there is any.
bool add_tables(const std::vector<TextTable>& all, const GivenFile& file, Imported& imported) {
  std::vector<TextTable> tables;
  for (const TextTable& table : all) {
    if (holds_touchpoints(table)) tables.push_back(table);
  }
  const auto facet = facet_of_sections(tables);
  for (TextTable& table : tables) {
    const std::string section = plain_line(table.section.text);
    if (tables.size() > 1) imported.notes.push_back({Fate::kept, fmt::format("the table in line {}", table.line)});
    if (facet) {
      table.common[*facet] = section;
      imported.notes.push_back(
          {Fate::converted, fmt::format("the heading {} above the table in line {}: the {} of its touchpoints; correct it if it is not",
                                        in_quotes(section), table.line, facet_name(*facet))});
    } else if (tables.size() > 1 && !section.empty()) {
      imported.notes.push_back({Fate::dropped, fmt::format("the heading {} above the table in line {}", in_quotes(section), table.line)});
    }
    for (const TextTable& part : tables_in(std::move(table), imported.notes)) add_touchpoint_table(part, file.name, imported);
  }
  for (const TextTable& table : all) {
    if (tables.empty() || holds_touchpoints(table)) continue;
    imported.notes.push_back({Fate::dropped, fmt::format("the table in line {}: its headings are not those of touchpoints", table.line)});
  }
  return !tables.empty();
}

/// What stands around diagrams and tables, without the headings that are told with their tables.
void note_prose(const Markdown& markdown, Imported& imported) {
  std::string lines;
  for (const ProseLine& line : markdown.prose) {
    const auto heads = [&](const TextTable& table) { return markdown.tables.size() > 1 && line.text.ends_with(table.section.text); };
    const bool is_told = line.text.starts_with('#') && std::ranges::any_of(markdown.tables, heads);
    if (!is_told) lines += fmt::format("{}{} in line {}", lines.empty() ? "" : ", ", in_quotes(plain_line(line.text)), line.line);
  }
  if (!lines.empty()) imported.notes.push_back({Fate::dropped, "text beside it: " + lines});
}

void add_markdown(const GivenFile& file, Imported& imported) {
  const Markdown markdown = markdown_of(file.bytes);
  std::size_t taken = 0;
  std::string others;
  for (const FencedDiagram& diagram : markdown.diagrams) {
    const std::string_view kind = mermaid_kind(diagram.text);
    if (folded(kind) == "journey") {
      add_mermaid_journey(diagram.text, diagram.first_line, imported);
      ++taken;
    } else {
      others += fmt::format("{}{} in line {}", others.empty() ? "" : ", ", in_quotes(kind), diagram.first_line);
    }
  }
  if (taken == 0 && add_tables(markdown.tables, file, imported)) {
    note_prose(markdown, imported);
    if (!others.empty()) imported.notes.push_back({Fate::dropped, "diagrams of other kinds: " + others});
    return;
  }
  if (taken == 0 && others.empty() && markdown.tables.empty() && is_list_of_notes(file.bytes)) return add_list_of_notes(file, imported);
  if (taken == 0) {
    refuse(file.name,
           fmt::format("holds neither a Mermaid diagram of the kind 'journey' nor a table of touchpoints, and is no list of notes "
                       "(a bullet each, below headings that name stages){}{}",
                       others.empty() ? "" : "; it has a diagram of another kind: ", others));
  }
  note_prose(markdown, imported);
  if (!others.empty()) imported.notes.push_back({Fate::dropped, "diagrams of other kinds: " + others});
  if (!markdown.tables.empty())
    imported.notes.push_back({Fate::dropped, count_text(markdown.tables.size(), "table", "tables") + " beside the diagram"});
}

void refuse_yaml(const GivenFile& file, Imported&) {
  refuse(file.name, "is YAML already; name it as a workspace: mot validate FILE");
}

constexpr struct {
  std::string_view extension;
  void (*add)(const GivenFile& file, Imported& imported);
} kinds[] = {{".mmd", add_mermaid}, {".mermaid", add_mermaid}, {".md", add_markdown},  {".markdown", add_markdown}, {".csv", add_csv},
             {".tsv", add_csv},     {".tab", add_csv},         {".yaml", refuse_yaml}, {".yml", refuse_yaml}};

/// What a file without a telling extension is, by what it begins with.
void add_by_content(const GivenFile& file, Imported& imported) {
  const std::string_view kind = mermaid_kind(file.bytes);
  if (folded(kind) == "journey" || std::ranges::find(other_diagrams, kind) != std::end(other_diagrams)) return add_mermaid(file, imported);
  if (file.bytes.find("```") != std::string::npos || file.bytes.find("|--") != std::string::npos) return add_markdown(file, imported);
  const bool has_table = heading_row(front_rows_of_csv(file.bytes)).has_value();
  if (!has_table && is_list_of_notes(file.bytes)) return add_list_of_notes(file, imported);
  add_csv(file, imported);
}

}  // namespace

namespace {

/// Spreadsheets are exported in whatever encoding the machine has.
bool may_be_recoded(std::string_view extension) {
  return extension == ".csv" || extension == ".tsv" || extension == ".tab";
}

/// A workspace is called like the first file it is made of.
void name_by(const GivenFile& file, Imported& imported) {
  if (imported.workspace.name.empty()) imported.workspace.name = plain_line(std::filesystem::path(file.name).stem().string());
  if (file.name == "<stdin>" || !says_something(imported.workspace.name)) imported.workspace.name = "Imported";
}

void add_given_workbook(const GivenFile& file, Imported& imported) {
  name_by(file, imported);
  const auto open = [&](const std::string&) { return OpenedFile{std::make_unique<MemoryStream>(file.bytes), {}}; };
  add_workbook(open, file.name, imported);
}

/// How many bytes are no UTF-8, and how many characters of several bytes are.
struct Utf8Counts {
  std::size_t foreign = 0, whole = 0;
};

Utf8Counts utf8_counts(std::string_view text) {
  const auto begins_character = [](char c) { return static_cast<unsigned char>(c) >= 0xc2; };
  Utf8Counts counts;
  while (!text.empty()) {
    const std::size_t valid = first_invalid_byte(text).value_or(text.size());
    counts.whole += static_cast<std::size_t>(std::ranges::count_if(text.substr(0, valid), begins_character));
    counts.foreign += valid < text.size();
    text.remove_prefix(std::min(text.size(), valid + 1));
  }
  return counts;
}

std::string place_of_byte(std::string_view text, std::size_t byte) {
  const auto line = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(byte), '\n') + 1;
  return fmt::format("byte 0x{:02x} in line {}", static_cast<unsigned char>(text[byte]), line);
}

/// A few foreign bytes among many whole characters are damage: read as another encoding, all the others would be nonsense.
void refuse_damaged(const GivenFile& file) {
  const Utf8Counts counts = utf8_counts(file.bytes);
  if (counts.whole <= counts.foreign) return;
  refuse(file.name, fmt::format("is UTF-8 but for {}, the first {}; mend it there, or save the file anew as UTF-8",
                                count_text(counts.foreign, "byte", "bytes"), place_of_byte(file.bytes, *first_invalid_byte(file.bytes))));
}

GivenFile recoded(const GivenFile& file, Imported& imported) {
  refuse_damaged(file);
  MemoryStream whole(file.bytes), again(file.bytes);
  const std::string encoding = evidence::likely_encoding(whole);
  evidence::RecodedStream stream(again, encoding);
  GivenFile result{file.name, {}};
  std::vector<char> buffer(1 << 16);
  while (const auto count = stream.read(buffer)) {
    if (*count == 0) break;
    result.bytes.append(buffer.data(), *count);
  }
  if (!stream.fault().empty()) refuse(file.name, stream.fault());
  imported.notes.push_back({Fate::converted, fmt::format("not UTF-8: read as {}, in which every byte can be read", encoding)});
  return result;
}

}  // namespace

void refuse(const std::string& name, std::string_view why) {
  throw CannotImport(fmt::format("'{}' {}", printable(name), why));
}

void add_file(const GivenFile& file, Imported& imported) {
  if (is_workbook_name(file.name)) return add_given_workbook(file, imported);
  const std::string given_extension = folded(std::filesystem::path(file.name).extension().string());
  const bool is_foreign = may_be_recoded(given_extension) && first_invalid_byte(file.bytes).has_value();
  if (const auto fault = evidence::fault_of_other_file(file.bytes); !fault.empty() && !fault.starts_with("is UTF-16"))
    refuse(file.name, fault);
  if (is_foreign) return add_file(recoded(file, imported), imported);
  if (const auto bad = first_invalid_byte(file.bytes)) {
    refuse(file.name, fmt::format("is not UTF-8: {}; save it as UTF-8", place_of_byte(file.bytes, *bad)));
  }
  const std::filesystem::path path(file.name);
  name_by(file, imported);
  const std::string extension = folded(path.extension().string());
  for (const auto& kind : kinds) {
    if (kind.extension == extension) return kind.add(file, imported);
  }
  add_by_content(file, imported);
}

}  // namespace mot::importing
