// The report for wikis: the same sentence, figures, tables and terms as the page's, in Markdown and without pictures.
#include <fmt/format.h>

#include "mot/page/content.h"
#include "mot/page/page_text.h"
#include "mot/tables/figure.h"
#include "mot/tables/gaps_table.h"
#include "mot/text/isolates.h"
#include "mot/write/tables/table_markdown.h"

namespace mot {
namespace {

std::string text_of(const Json& content, const char* key) {
  return content.at(key).get<std::string>();
}

std::string delivered_markdown(const Json& verdict, const Wording& wording) {
  const std::string name = markdown_escaped(text_of(verdict, "name")), customer = markdown_escaped(text_of(verdict, "customer"));
  const std::string delivered = text_of(verdict, "delivered"), whole = text_of(verdict, "whole");
  const At of{"name", name}, share{"share", fmt::format("**{} %**", delivered)}, who{"customer", customer}, ground{"ground", whole};
  if (delivered.empty()) {
    return customer.empty() ? wording("How much {name} delivers of what is wanted is not known yet.", {of})
                            : wording("How much {name} delivers of what a {customer} wants is not known yet.", {of, who});
  }
  if (whole.empty()) {
    return customer.empty() ? wording("{name} delivers {share} of what is wanted.", {of, share})
                            : wording("{name} delivers {share} of what a {customer} wants.", {of, share, who});
  }
  return customer.empty() ? wording("{name} delivers {share} of what is wanted, over {ground}.", {of, share, ground})
                          : wording("{name} delivers {share} of what a {customer} wants, over {ground}.", {of, share, who, ground});
}

std::string verdict_markdown(const ReportInput& input) {
  const Wording wording = input.wording();
  const Json verdict = verdict_content(input);
  std::string text = delivered_markdown(verdict, wording);
  if (const std::string below = text_of(verdict, "below"); !below.empty()) text += " " + below;
  if (const Json& worst = verdict.at("worst"); worst.is_object()) {
    text += " " + wording("{moment} falls furthest short, by {gap}.",
                          {{"moment", fmt::format("**{}**", markdown_escaped(text_of(worst, "name")))},
                           {"gap", fmt::format("**{}**", text_of(worst, "gap"))}});
  }
  if (const std::string walked = text_of(verdict, "walked"); !walked.empty()) text += "\n\n" + markdown_escaped(without_isolates(walked));
  if (const std::string judged = text_of(verdict, "judged"); !judged.empty()) text += "\n\n" + markdown_escaped(judged);
  if (const Json& unmeasured = verdict.at("unmeasured"); unmeasured.is_object()) {
    text += "\n\n" + text_of(unmeasured, "sentence");
    std::string before = " ";
    for (const Json& moment : unmeasured.at("moments")) {
      text += before + markdown_escaped(text_of(moment, "name"));
      before = ", ";
    }
    const std::string others = text_of(unmeasured, "others");
    text += (others.empty() ? "" : " " + others) + ".";
  }
  return text + "\n\n";
}

std::string gates_markdown(const ReportInput& input) {
  std::string text;
  for (const Json& gate : gates_content(input)) {
    const std::string_view strong = gate.at("is_strong").get<bool>() ? "**" : "";
    text += fmt::format("- {}{}{}\n", strong, markdown_escaped(text_of(gate, "text")), strong);
  }
  return text.empty() ? text : text + "\n";
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
  const Wording wording = input.wording();
  Table table{
      .title = wording("Findings"),
      .columns = {{"severity", wording("severity")}, {"place", wording("place")}, {"what", wording("what")}, {"rule", wording("rule")}},
      .sections = {{}},
      .notes = {},
      .speech = speech_of(wording)};
  for (const Json& finding : findings_content(input)) {
    table.sections[0].rows.push_back(
        {{text_of(finding, "said")}, {text_of(finding, "place")}, {text_of(finding, "message")}, {text_of(finding, "rule")}});
  }
  if (table.sections[0].rows.empty()) table.notes = {wording("none")};
  return table;
}

std::string glossary_markdown(const Workspace& workspace) {
  std::string text = fmt::format("## {}\n\n", Wording(workspace.project)("Glossary"));
  for (const Json& term : glossary_content(workspace))
    text += fmt::format("- **{}**: {}\n", markdown_escaped(text_of(term, "term")), markdown_escaped(text_of(term, "means")));
  return text;
}

}  // namespace

std::string report_markdown(const ReportInput& input) {
  const Workspace& workspace = input.loaded.workspace;
  std::string text = fmt::format("# {}\n\n", input.wording()("{name}: moments of truth", {{"name", markdown_escaped(page_title(input))}}));
  if (const std::string broken = broken_text(input.review.findings, input.wording()); !broken.empty())
    text += fmt::format("**{}**\n\n", broken);
  if (const std::string revision = revision_text(input, "`"); !revision.empty())
    text += fmt::format("{}: {}\n\n", input.wording()("Version"), revision);
  text += verdict_markdown(input) + gates_markdown(input) + figures_markdown(input);
  const auto add = [&](const std::vector<Table>& tables) {
    for (const Table& table : tables) text += table_markdown(table) + "\n";
  };
  const PageTables tables = page_tables(input);
  add({gaps_table(workspace, input.review.analysis, {}, &input.review.answers)});
  add(tables.coverage);
  add(tables.voices);
  add(tables.plan);
  add(input.changes);
  add(tables.written);
  add({findings_table(input)});
  add(tables.data);
  return text + glossary_markdown(workspace);
}

}  // namespace mot
