#include "mot/load/document.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "mot/load/fields/placeholders.h"
#include "mot/load/fields/project_fields.h"
#include "mot/load/fields/slips.h"
#include "mot/load/fields/survey_fields.h"
#include "mot/text/utf8.h"
#include "mot/yaml/directives.h"

namespace mot::yaml {

namespace {

/// Singular section: reads one record into the list that the plural section fills.
template <class Record, std::vector<Record> Document::*List>
constexpr FieldAccess<Document> one_of{[](const Value& value, Document& document, Reader& reader) {
                                         return Codec<Record>::read(value, (document.*List).emplace_back(), reader);
                                       },
                                       &Codec<Record>::shape,
                                       // The list's own key says what is in it.
                                       [](const Document*, Leaves&) {}};

bool is_variable(std::string_view text) {
  if (!text.starts_with("${") || !text.ends_with("}") || text.size() < 4) return false;
  const std::string_view name = text.substr(2, text.size() - 3);
  for (const char c : name) {
    const bool is_letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    if (!is_letter) return false;
  }
  return true;
}

}  // namespace

// A table reads better with a field a line.
// clang-format off
template <>
struct Table<DepartmentSection> {
  static constexpr std::string_view name = "a department";
  static constexpr Field<DepartmentSection> fields[] = {
      {"id", optional, member<&DepartmentSection::id>, "What other files call it; made of the name if left out."},
      {"name", required, member<&DepartmentSection::name>, "What people call it."},
      {"lead", optional, member<&DepartmentSection::lead>, "Who leads it, and owns what names no other owner."},
      {"touchpoints", optional, member<&DepartmentSection::touchpoints>, "Its touchpoints, where they nest in it."},
      {"notes", optional, member<&DepartmentSection::notes>, "Whatever else is worth knowing."},
      {"links", optional, member<&DepartmentSection::links>, "Where more is written: addresses or paths below the workspace, one or a list."},
  };
  static bool finish(const Value& value, DepartmentSection& department, Reader& reader) {
    return read_id_from_name(value, department.id, department.name, reader);
  }
};

template <>
struct Table<Document> {
  static constexpr std::string_view name = "a workspace file";
  static constexpr Field<Document> fields[] = {
      {"mot", optional, member_as<[] { return Shape::number(1, 1); }, &Document::version>, "The version of the format: 1."},
      {"project", optional, member<&Document::project>, "What holds for the whole workspace."},
      {"include", optional, member<&Document::include>, "The workspace's other files, by glob; in mot.yaml only."},
      {"rules", optional, member<&Document::rules>, "Severities by rule: error, warning, info, ignore."},
      {"channels", optional, member<&Document::channels>, "Where touchpoints happen."},
      {"persona", optional, one_of<Persona, &Document::personas>, "One persona."},
      {"personas", optional, member<&Document::personas>, "The customers this is about."},
      {"department", optional, member<&Document::department>, "The department whose file this is."},
      {"departments", optional, member<&Document::departments>, "Departments, with their touchpoints if they nest."},
      {"touchpoint", optional, one_of<Touchpoint, &Document::touchpoints>, "One touchpoint."},
      {"touchpoints", optional, member<&Document::touchpoints>, "The contacts in which customers get an impression."},
      {"journey", optional, one_of<Journey, &Document::journeys>, "One journey."},
      {"journeys", optional, member<&Document::journeys>, "Paths of customers through touchpoints."},
      {"action", optional, one_of<Action, &Document::actions>, "One action."},
      {"actions", optional, member<&Document::actions>, "What is being done about gaps."},
      {"source", optional, one_of<SurveySource, &Document::sources>, "One survey."},
      {"sources", optional, member<&Document::sources>, "Survey data."},
  };
};
// clang-format on

/// What is said of how the sample was drawn, as far as it can't be.
void check_sample(const SurveySource& source, Reader& reader) {
  const auto refuse = [&](Span span, std::string message) { reader.findings.report("bad-value", span, std::move(message)); };
  constexpr double least_effect = 0.1, largest_effect = 100;  // no survey's report says less or more
  if (source.design_effect && !(source.design_effect->value >= least_effect && source.design_effect->value <= largest_effect))
    refuse(source.design_effect->span,
           fmt::format("a design effect lies between {} and {}: 1 is a simple random sample, more a less telling one", least_effect,
                       largest_effect));
  if (source.cluster && source.design_effect)
    refuse(source.design_effect->span, "clusters tell the design effect themselves; leave one of 'cluster' and 'design_effect' out");
  if (source.database && source.summary && !source.summary->n && source.summary->mean)
    refuse(source.summary->mean->span, "a database's means need the column of how many answered, 'n'; without one they can't be frozen");
  if (source.cluster && source.summary)
    refuse(source.cluster->span, "a ready-made table has no rows to tell clusters by; say 'design_effect' instead");
  if (source.respondent && source.long_layout)
    refuse(source.respondent->span, "a long table says who answered under 'long: { respondent: … }'; move it there");
  if (source.respondent && source.summary) refuse(source.respondent->span, "a ready-made table has no rows of respondents; leave it out");
  for (const auto* count : {&source.population, &source.asked}) {
    if (*count && (*count)->value == 0) refuse((*count)->span, "0 people can't have been asked");
  }
  if (source.population && source.asked && source.asked->value > source.population->value)
    refuse(source.asked->span, "more were asked than there are ('population')");
}

bool Table<SurveySource>::finish(const Value& value, SurveySource& source, Reader& reader) {
  const std::size_t before = reader.findings.size();
  if (source.connect && !is_variable(source.connect->value)) {
    reader.findings.report("secret-in-file", source.connect->span,
                           "how to connect does not belong in a file; write '${VARIABLE}' and set that variable in the environment");
    source.connect->value.clear();
  }
  const int layouts = int{!source.columns.empty()} + int{source.long_layout.has_value()} + int{source.summary.has_value()};
  if (layouts > 1) report_bad_value(value.key(0), "a source is read by one of 'columns', 'long' and 'summary'", reader);
  if (source.file && source.database && source.database->value != DatabaseKind::sqlite3) {
    reader.findings.report("bad-value", source.database->span, "answers lie in a 'file' or in a 'database'; only SQLite's is a file");
  }
  if (source.file && source.connect) {
    reader.findings.report("bad-value", source.connect->span, "a 'file' is opened as it is; leave one of 'file' and 'connect' out");
  }
  if (source.frozen && !source.database) {
    reader.findings.report("bad-value", source.frozen->span, "only sums of a database are frozen; a CSV file is read each time");
  }
  check_sample(source, reader);
  return reader.findings.size() == before;
}

}  // namespace mot::yaml

namespace mot {
namespace {

constexpr double known_version = 1;

void check_version(Document& document, Findings& findings) {
  if (!document.version || document.version->value == known_version) return;
  findings.report("unsupported-version", document.version->span, "this mot reads format version 1; a newer mot may read this file");
  document.is_complete = false;
}

/// Whether a key can only be one of ours: what other tools keep in a file of ours has no moments and no gates.
bool is_ours(std::string_view key) {
  constexpr std::string_view sections[] = {"project",    "touchpoint",  "touchpoints", "journey",  "journeys",
                                           "department", "departments", "persona",     "personas", "gates"};
  const bool is_gate = key != "undecided" && yaml::field_named<Gates>(key) != nullptr;
  return is_gate || std::ranges::find(sections, key) != std::end(sections);
}

std::string first_of_ours(const yaml::Value& mapping) {
  for (std::size_t i = 0; i < mapping.size(); ++i) {
    if (mapping.key(i).kind() == yaml::Kind::scalar && is_ours(mapping.key(i).text())) return std::string(mapping.key(i).text());
  }
  return "";
}

/// What is left alone and holds sections, which nobody reads. What has an anchor is there to be named elsewhere.
void report_wrapped_sections(const yaml::Value& root, const Sources& sources, Findings& findings) {
  for (std::size_t i = 0; i < root.size(); ++i) {
    const yaml::Value key = root.key(i), value = root.value(i);
    const bool is_left_alone = key.kind() == yaml::Kind::scalar && key.text().starts_with(yaml::foreign_prefix);
    if (!is_left_alone || value.kind() != yaml::Kind::mapping) continue;
    const std::string inside = first_of_ours(value);
    const Span written = {key.span().file, key.span().end, std::max(key.span().end, value.span().end)};
    const bool is_told = std::ranges::any_of(findings, [&](const Finding& finding) { return finding.span == key.span(); });
    if (inside.empty() || is_told || sources.text_of(written).find('&') != std::string_view::npos) continue;
    findings
        .report("unknown-key", key.span(),
                fmt::format("'{}' is left alone, for it begins with '{}', and so is '{}' in it; take it out of there, if it is meant",
                            printable(key.text()), yaml::foreign_prefix, inside))
        .severity = Severity::warning;
  }
}

// A section under a key that is none, or that is no list or mapping, holds things that nobody can find.
bool has_lost_section(const yaml::Value& root) {
  for (std::size_t i = 0; i < root.size(); ++i) {
    const yaml::Kind kind = root.value(i).kind();
    const bool is_collection = kind == yaml::Kind::sequence || kind == yaml::Kind::mapping;
    if (root.key(i).text().starts_with(yaml::foreign_prefix)) continue;
    const auto* field = yaml::field_named<Document>(root.key(i).text());
    const bool may_be_plain = field != nullptr && (field->key == "mot" || field->key == "include" || kind == yaml::Kind::null);
    if (field == nullptr || (!is_collection && !may_be_plain)) return true;
  }
  return false;
}

// A file's own department owns the touchpoints that stand in it and name no other.
void adopt_touchpoints(Document& document) {
  const auto adopt = [](std::vector<Touchpoint>& touchpoints, const Id& owner) {
    for (Touchpoint& touchpoint : touchpoints) {
      if (touchpoint.department.value.empty()) static_cast<Text&>(touchpoint.department) = owner;
    }
  };
  if (document.department) {
    adopt(document.touchpoints, document.department->id);
    document.departments.insert(document.departments.begin(), std::move(*document.department));
    document.department.reset();
  }
  for (DepartmentSection& section : document.departments) {
    adopt(section.touchpoints, section.id);
    std::move(section.touchpoints.begin(), section.touchpoints.end(), std::back_inserter(document.touchpoints));
    section.touchpoints.clear();
  }
}

template <class Record>
void cut_last(std::vector<Record>& records) {
  if (!records.empty()) records.back().is_whole = false;
}

// Where reading stopped, what it read last may go on; nobody can tell in which section that was.
void cut_last_of_each(Document& document) {
  if (document.project) document.project->is_whole = false;
  if (document.department) document.department->is_whole = false;
  for (DepartmentSection& section : document.departments) cut_last(section.touchpoints);
  cut_last(document.departments);
  cut_last(document.touchpoints);
  cut_last(document.channels);
  cut_last(document.personas);
  cut_last(document.journeys);
  cut_last(document.actions);
  cut_last(document.sources);
}

template <class Record>
bool drop_nameless(std::vector<Record>& records) {
  return std::erase_if(records, [](const Record& record) { return record.id.value.empty(); }) > 0;
}

// What has no id cannot be spoken of; that it is missing has been said.
bool drop_all_nameless(Document& document) {
  bool is_any = drop_nameless(document.touchpoints);
  is_any = drop_nameless(document.departments) || is_any;
  is_any = drop_nameless(document.personas) || is_any;
  is_any = drop_nameless(document.channels) || is_any;
  is_any = drop_nameless(document.journeys) || is_any;
  is_any = drop_nameless(document.actions) || is_any;
  return drop_nameless(document.sources) || is_any;
}

}  // namespace

const yaml::RecordShape& document_shape() {
  return yaml::record_shape<Document>();
}

Document read_document(const Sources& sources, std::uint32_t file, Findings& findings) {
  Document document;
  const yaml::Tree tree = yaml::parse(sources, file, findings);
  document.is_complete = !tree.hides_things;
  document.directives = yaml::directives_in(tree, sources[file].text);
  const yaml::Value root(tree, tree.root);
  if (root.kind() == yaml::Kind::null) return document;
  yaml::Reader reader{sources, findings, key_in_english, home_of, is_placeholder_behind, false, &document.mistyped_scores};
  yaml::Codec<Document>::read(root, document, reader);
  check_version(document, findings);
  if (root.kind() == yaml::Kind::mapping) report_wrapped_sections(root, sources, findings);
  if (!tree.is_read_to_end) cut_last_of_each(document);
  adopt_touchpoints(document);
  const bool is_nameless = drop_all_nameless(document);
  const bool is_lost = is_nameless || reader.has_lost_records || root.kind() != yaml::Kind::mapping || has_lost_section(root);
  if (is_lost) document.is_complete = false;
  return document;
}

}  // namespace mot
