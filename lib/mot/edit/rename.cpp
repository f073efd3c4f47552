#include <fmt/format.h>

#include <algorithm>

#include "mot/edit/edits.h"
#include "mot/edit/fix.h"
#include "mot/edit/record_path.h"
#include "mot/edit/text_changes.h"
#include "mot/edit/write_yaml.h"
#include "mot/evidence/read.h"
#include "mot/load/files/files.h"
#include "mot/text/utf8.h"
#include "mot/yaml/lexer.h"

namespace mot::edit {
namespace {

void check_new_id(const Workspace& workspace, const Thing& thing, const std::string& id) {
  if (thing.kind != ThingKind::channel && !is_id(id))
    throw Refused(fmt::format("'{}' can't be an id: small letters, digits, and single hyphens between them", printable(id)));
  for (const Thing& other : things_of(workspace)) {
    const bool is_heard = [](ThingKind kind) { return kind == ThingKind::source || kind == ThingKind::evidence; }(other.kind);
    const bool shares_names = other.kind == thing.kind || (is_heard && thing.kind >= ThingKind::source);
    if (shares_names && other.id == id) throw Refused(fmt::format("there is a {} '{}' already", name_of(other.kind), printable(id)));
  }
}

/// In the quotes the old one has.
std::string written_at(std::string_view old, const std::string& id) {
  if (old.starts_with('"')) return in_double_quotes(id);
  if (old.starts_with('\'')) return in_single_quotes(id);
  return written_scalar(Plain::text(id), Surroundings::brackets);
}

/// Where a record that has no id of its own, but one that is made of its name, gets one.
Edit own_id(const YamlText& text, const Thing& thing, const std::string& id) {
  const yaml::Value record = *text.at(record_path(text, thing));
  const std::uint32_t begin = record.key(0).span().begin;
  const bool is_in_brackets = record.node().style == yaml::Style::flow;
  const std::string indent(yaml::column_of(text.text(), begin), ' ');
  return {{thing.id_span.file, begin, begin}, "id: " + id + (is_in_brackets ? ", " : std::string(text.line_end()) + indent)};
}

/// The sources whose rows say a word that stands for nothing in the workspace.
std::vector<std::string> sources_that_name(const Draft& draft, const std::string& word) {
  const Loaded& loaded = draft.loaded();
  const ReadOptions reading{.open = evidence_below(disk(), loaded.root), .has_disk = true, .databases = Databases::left_out};
  Findings ignored;
  const Answers answers = read_answers(loaded.workspace, reading, ignored);
  std::vector<std::string> ids;
  for (const SourceUse& use : answers.sources) {
    const auto is_it = [&](const StrayCell& stray) { return stray.value == word || stray.is_rest; };
    const bool names_it = std::any_of(use.strays.begin(), use.strays.end(), is_it);
    if (names_it) ids.push_back(loaded.workspace.sources[use.source].id.value);
  }
  return ids;
}

/// Has the rows of a source say the new id where they say the old one.
void add_word(Draft& draft, const SurveySource& source, const std::string& from, const std::string& to) {
  const WordColumn& column = source.long_layout ? source.long_layout->touchpoint : source.summary->touchpoint;
  const std::uint32_t file = source.span.file;
  const YamlText text = draft.text_of(file);
  const Path path = path_to(text, source.span) / Step(source.long_layout ? "long" : "summary") / Step("touchpoint");
  Plain values = Plain::mapping();
  values.put(from, Plain::text(to));
  const auto there = text.at(path);
  if (there && there->kind() == yaml::Kind::mapping) {
    const Path words = path / Step("values");
    const bool has_words = text.at(words).has_value();
    return draft.change(
        file, has_words ? with_value(text, words / Step(std::string_view(from)), Plain::text(to)) : with_value(text, words, values));
  }
  Plain whole = Plain::mapping();
  whole.put("column", Plain::text(column.column.value));
  whole.put("values", values);
  draft.change(file, with_value(text, path, whole));
}

/// Gives rows that go on saying the old id a word for the new one. What a database says nobody knows here: it may.
void keep_rows(Draft& draft, const std::string& from, const std::string& to) {
  const auto is_by_row = [](const SurveySource& source) { return source.long_layout || source.summary; };
  const auto& sources = draft.workspace().sources;
  if (std::none_of(sources.begin(), sources.end(), is_by_row)) return;
  const std::vector<std::string> naming = sources_that_name(draft, from);
  for (std::size_t i = 0; i < draft.workspace().sources.size(); ++i) {
    const SurveySource source = draft.workspace().sources[i];
    const bool names_it = source.database || std::find(naming.begin(), naming.end(), source.id.value) != naming.end();
    if (is_by_row(source) && names_it) add_word(draft, source, from, to);
  }
}

/// The end of a text in quotes of JSON that begins at `at`.
std::size_t end_of_string(std::string_view json, std::size_t at) {
  for (++at; at < json.size() && json[at] != '"'; ++at) at += json[at] == '\\' ? 1 : 0;
  return std::min(at + 1, json.size());
}

/// `no-owner/pay` with the parts behind its rule replaced that are the id.
std::string fingerprint_renamed(std::string_view fingerprint, std::string_view from, std::string_view to) {
  std::string renamed;
  for (std::size_t begin = 0; begin <= fingerprint.size();) {
    const std::size_t end = std::min(fingerprint.find('/', begin), fingerprint.size());
    const std::string_view part = fingerprint.substr(begin, end - begin);
    renamed.append(begin > 0 ? "/" : "").append(begin > 0 && part == from ? to : part);
    begin = end + 1;
  }
  return renamed;
}

}  // namespace

std::string baseline_renamed(std::string_view json, std::string_view from, std::string_view to) {
  std::string renamed;
  std::size_t copied = 0;
  for (std::size_t at = json.find('"'); at < json.size(); at = json.find('"', at)) {
    const std::size_t end = end_of_string(json, at);
    renamed.append(json, copied, at - copied);
    const std::string_view inside = json.substr(at + 1, end - at - 2);
    renamed.append("\"").append(fingerprint_renamed(inside, from, to)).append("\"");
    copied = at = end;
  }
  return renamed.append(json, copied);
}

std::size_t rename(Draft& draft, const Thing& thing, const std::string& id) {
  check_new_id(draft.workspace(), thing, id);
  const std::vector<Span> places = places_of(draft.workspace(), thing);
  const bool is_made_of_name = thing.id_span == thing.name_span;
  std::map<std::uint32_t, std::vector<Edit>> edits;
  for (const Span& place : places) {
    if (is_made_of_name && place == thing.name_span) continue;
    edits[place.file].push_back({place, written_at(draft.loaded().sources.text_of(place), id)});
  }
  const std::uint32_t home = thing.id_span.file;
  if (is_made_of_name) edits[home].push_back(own_id(draft.text_of(home), thing, id));
  std::map<std::uint32_t, std::string> texts;
  for (auto& [file, of_file] : edits) texts[file] = edited(draft.loaded().sources[file].text, std::move(of_file));
  draft.change(texts);
  if (!places_of(draft.workspace(), thing).empty())
    throw Refused(fmt::format("'{}' is also written where an alias or a merge key leads; rename it by hand", printable(thing.id)));
  if (thing.kind == ThingKind::touchpoint) keep_rows(draft, thing.id, id);
  return places.size();
}

}  // namespace mot::edit
