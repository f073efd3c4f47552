// The report for wikis: the same sentence, figures, tables and terms as the page's, in Markdown and without pictures.
#include <fmt/format.h>

#include "mot/page/content.h"
#include "mot/page/page_text.h"
#include "mot/tables/gaps_table.h"
#include "mot/write/tables/table_markdown.h"

namespace mot {
namespace {

std::string text_of(const Json& content, const char* key) {
  return content.at(key).get<std::string>();
}

std::string verdict_markdown(const ReportInput& input) {
  const Json verdict = verdict_content(input);
  const std::string name = markdown_escaped(text_of(verdict, "name")), wanted = markdown_escaped(text_of(verdict, "wanted"));
  const std::string delivered = text_of(verdict, "delivered"), below = text_of(verdict, "below"), whole = text_of(verdict, "whole");
  std::string text = delivered.empty()
                         ? fmt::format("How much {} delivers of what {} is not known yet.", name, wanted)
                         : fmt::format("{} delivers **{} %** of what {}{}.", name, delivered, wanted, whole.empty() ? "" : ", " + whole);
  if (!below.empty()) text += " " + below;
  if (const Json& worst = verdict.at("worst"); worst.is_object())
    text += fmt::format(" **{}** falls shortest, by **{}**.", markdown_escaped(text_of(worst, "name")), text_of(worst, "gap"));
  if (const std::string judged = text_of(verdict, "judged"); !judged.empty()) text += "\n\n" + markdown_escaped(judged);
  if (const Json& unmeasured = verdict.at("unmeasured"); unmeasured.is_object()) {
    text += fmt::format("\n\n{} nobody has measured:", text_of(unmeasured, "count"));
    std::string before = " ";
    for (const Json& moment : unmeasured.at("moments")) {
      text += before + markdown_escaped(text_of(moment, "name"));
      before = ", ";
    }
    text += text_of(unmeasured, "others") + ".";
  }
  return text + "\n\n";
}

std::string figures_markdown(const ReportInput& input) {
  std::string text;
  for (const Json& figure : key_figures_content(input)) {
    const std::string unit = text_of(figure, "unit"), note = text_of(figure, "note");
    text += fmt::format("- {}: **{}**{}{}\n", markdown_escaped(text_of(figure, "label")), text_of(figure, "value"),
                        unit.empty() ? "" : " " + markdown_escaped(unit), note.empty() ? "" : " (" + markdown_escaped(note) + ")");
  }
  return text + "\n";
}

Table findings_table(const ReportInput& input) {
  Table table{.title = "Findings",
              .columns = {{"severity", "severity"}, {"place", "place"}, {"what", "what"}, {"rule", "rule"}},
              .sections = {{}},
              .notes = {}};
  for (const Json& finding : findings_content(input)) {
    table.sections[0].rows.push_back(
        {{text_of(finding, "severity")}, {text_of(finding, "place")}, {text_of(finding, "message")}, {text_of(finding, "rule")}});
  }
  if (table.sections[0].rows.empty()) table.notes = {"none"};
  return table;
}

std::string glossary_markdown(const Workspace& workspace) {
  std::string text = "## Glossary\n\n";
  for (const Json& term : glossary_content(workspace))
    text += fmt::format("- **{}**: {}\n", markdown_escaped(text_of(term, "term")), markdown_escaped(text_of(term, "means")));
  return text;
}

}  // namespace

std::string report_markdown(const ReportInput& input) {
  const Workspace& workspace = input.loaded.workspace;
  std::string text = fmt::format("# {}: moments of truth\n\n", markdown_escaped(page_title(input)));
  if (const std::string broken = broken_text(input.review.findings); !broken.empty()) text += fmt::format("**{}**\n\n", broken);
  text += verdict_markdown(input) + figures_markdown(input);
  const auto add = [&](const std::vector<Table>& tables) {
    for (const Table& table : tables) text += table_markdown(table) + "\n";
  };
  const PageTables tables = page_tables(input);
  add({gaps_table(workspace, input.review.analysis, {}, &input.review.answers)});
  add(tables.coverage);
  add(tables.voices);
  add(tables.plan);
  add(input.changes);
  add({findings_table(input)});
  add(tables.data);
  return text + glossary_markdown(workspace);
}

}  // namespace mot
