#include "workspace_inputs.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <ostream>
#include <stdexcept>

#include "finding_outputs.h"
#include "mot/check/gate_findings.h"
#include "mot/check/grouping.h"
#include "mot/text/shortlist.h"
#include "mot/text/utf8.h"
#include "mot/write/findings/findings_text.h"
#include "progress.h"

namespace mot {
namespace {

void note_files_and_sums_read(const Session& session, const Loaded& loaded) {
  note_files_read(session, loaded);
  for (const SurveySource& source : loaded.workspace.sources) {
    if (source.frozen) session.files_read.push_back((loaded.root / source.frozen->value).string());
  }
}

/// Loads, and notes which files results must not overwrite.
Loaded load_and_note(const Session& session, const Inputs& inputs) {
  Loaded loaded = [&] {
    const Progress progress(session, "reading files");
    return load(inputs);
  }();
  note_files_and_sums_read(session, loaded);
  return loaded;
}

ReviewOptions review_options(const Session& session, Date today, Databases databases) {
  const ReadOptions reading = reading_options(session);
  return {.today = today,
          .databases = session.arguments.has("--offline") ? Databases::left_out : databases,
          .timeout = reading.timeout,
          .environment = reading.environment};
}

/// Whether a finding takes away a part of the figures, so that those that are left can be shown.
bool loses_answers(const Finding& finding) {
  return takes_figures_away(finding) && !forbids_figures(finding);
}

/// Names the files that figures leave out or take in against what mot.yaml says, the answers that are lost, and the databases that were
/// not queried: nobody is to take their answers for missing.
void say_what_is_unknown(const Session& session, const Loaded& loaded, const Findings& findings, const Answers& answers) {
  const Workspace& workspace = loaded.workspace;
  for (const Finding& finding : findings) {
    if (finding.rule.id() == "file-not-included" || loses_answers(finding)) say(session, headline_of(finding, loaded.sources));
  }
  for (const SourceUse& use : answers.sources) {
    const SurveySource& source = workspace.sources[use.source];
    if (source.database && !use.was_read)
      say(session, fmt::format("source '{}' was not queried (--offline): its answers are unknown", source.id.value));
  }
}

Findings those_that(bool (*forbid)(const Finding&), const Findings& findings) {
  Findings chosen;
  for (const Finding& finding : findings) {
    if (forbid(finding)) chosen.add(finding);
  }
  return chosen;
}

void show_errors(const Session& session, const Loaded& loaded, const Findings& errors) {
  const Findings told = grouped(errors, loaded.workspace);
  FindingReport report = report_on(loaded, told);
  report.ink = ink_of_err(session);
  report.closing = Closing::none;
  session.streams.err << findings_text(report) << "\n";
}

std::string_view pronoun_of(const Findings& findings) {
  return findings.size() == 1 ? "it" : "them";
}

void refuse_errors(const Session& session, const Loaded& loaded, const Findings& findings) {
  const Findings errors = those_that(forbids_figures, findings);
  if (errors.empty()) return;
  show_errors(session, loaded, errors);
  throw std::runtime_error(fmt::format("a workspace with {} has no figures and no pictures; mend {} first", counted(errors.size(), "error"),
                                       pronoun_of(errors)));
}

/// What leads nowhere and stops no picture, in a line, each once.
void say_what_leads_nowhere(const Session& session, const Findings& findings) {
  std::vector<std::string> names;
  for (const Finding& finding : findings) {
    if (!forbids_figures(finding) || forbids_pictures(finding)) continue;
    std::string name = fmt::format("'{}'", printable(finding.subjects.back()));
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
  }
  if (names.empty()) return;
  say(session, fmt::format("{} {} nowhere: a picture shows no more of {} than the name; 'mot validate' says where", shortlist(names),
                           names.size() == 1 ? "leads" : "lead", names.size() == 1 ? "it" : "them"));
}

/// Errors behind which a picture would be wrong are passed over only where --keep-going asks for that.
void meet_errors_of_pictures(const Session& session, const Loaded& loaded, const Findings& findings) {
  const Findings errors = those_that(forbids_pictures, findings);
  if (errors.empty()) return;
  show_errors(session, loaded, errors);
  const std::string count = counted(errors.size(), "error");
  if (!session.arguments.has("--keep-going")) {
    throw std::runtime_error(fmt::format("a workspace with {} has no picture; mend {} first, or draw what could be read (--keep-going)",
                                         count, pronoun_of(errors)));
  }
  say(session, fmt::format("the picture lacks what {} take{} away", count, errors.size() == 1 ? "s" : ""));
}

/// Whether it is kept who answered what.
enum class Names : std::uint8_t { left_out, kept };

AnswersRead read_for_figures_of(const Session& session, Today today, Loaded loaded, Names names = Names::left_out) {
  ReviewOptions options = review_options(session, today.date, Databases::read);
  options.keeps_names = names == Names::kept;
  Gathered gathered = [&] {
    const Progress progress(session, "reading evidence");
    return gather(loaded, options);
  }();
  refuse_errors(session, loaded, gathered.findings);
  say_what_is_unknown(session, loaded, gathered.findings, gathered.answers);
  return {std::move(loaded), today, std::move(gathered.answers), those_that(loses_answers, gathered.findings)};
}

}  // namespace

void note_files_read(const Session& session, const Loaded& loaded) {
  for (std::size_t i = 0; i < loaded.sources.size(); ++i) session.files_read.push_back(loaded.sources[static_cast<std::uint32_t>(i)].name);
  for (const SurveySource& source : loaded.workspace.sources) {
    if (source.path) session.files_read.push_back(*source.path);
  }
  const auto note_picture = [&](const std::optional<Text>& file) {
    if (file) session.files_read.push_back((loaded.root / file->value).string());
  };
  if (const auto& brand = loaded.workspace.project.brand) note_picture(brand->logo);
  for (const Persona& persona : loaded.workspace.personas) note_picture(persona.photo);
}

Inputs inputs_of(const Session& session) {
  const Arguments& arguments = session.arguments;
  return {.directory = arguments.text_of("--directory"),
          .paths = arguments.operands(),
          .stdin_filename = arguments.text_of("--stdin-filename"),
          .in = &session.streams.in};
}

ReadOptions reading_options(const Session& session) {
  constexpr int longest = 86'400;
  const std::string text = session.arguments.text_of("--timeout");
  int seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (error != std::errc() || end != text.data() + text.size() || seconds < 1 || seconds > longest)
    throw UsageError(fmt::format("option '--timeout': '{}' is not a whole number of seconds from 1 to {}", printable(text), longest),
                     session.arguments.command);
  ReadOptions reading;
  reading.timeout = std::chrono::seconds(seconds);
  reading.environment = [&session](const std::string& name) { return variable(session, name.c_str()); };
  return reading;
}

WorkspaceRead read_workspace(const Session& session, Databases databases) {
  const Today today = today_of(session);
  Loaded loaded = load_and_note(session, inputs_of(session));
  Review reviewed = [&] {
    const Progress progress(session, "reading evidence");
    return review(loaded, review_options(session, today.date, databases));
  }();
  return {std::move(loaded), today, std::move(reviewed)};
}

bool forbids_figures(const WorkspaceRead& read) {
  return std::any_of(read.review.findings.begin(), read.review.findings.end(),
                     [](const Finding& finding) { return forbids_figures(finding); });
}

WorkspaceRead read_workspace_for_figures(const Session& session) {
  WorkspaceRead read = read_workspace(session, Databases::read);
  refuse_errors(session, read.loaded, read.review.findings);
  say_what_is_unknown(session, read.loaded, read.review.findings, read.review.answers);
  return read;
}

WorkspaceRead read_workspace_for_page(const Session& session) {
  WorkspaceRead read = read_workspace(session, Databases::read);
  const Findings errors = those_that(forbids_pictures, read.review.findings);
  if (!errors.empty() && !session.arguments.has("--keep-going")) refuse_errors(session, read.loaded, read.review.findings);
  if (!errors.empty()) {
    show_errors(session, read.loaded, errors);
    say(session, fmt::format("the page lacks what {} take{} away", counted(errors.size(), "error"), errors.size() == 1 ? "s" : ""));
  }
  say_what_leads_nowhere(session, read.review.findings);
  say_what_is_unknown(session, read.loaded, read.review.findings, read.review.answers);
  return read;
}

AnswersRead read_for_figures(const Session& session) {
  return read_for_figures(session, inputs_of(session));
}

AnswersRead read_for_figures(const Session& session, const Inputs& inputs) {
  const Today today = today_of(session);
  return read_for_figures_of(session, today, load_and_note(session, inputs));
}

PictureRead read_for_pictures(const Session& session) {
  const Today today = today_of(session);
  Loaded loaded = load_and_note(session, inputs_of(session));
  Gathered gathered = [&] {
    const Progress progress(session, "reading evidence");
    return gather(loaded, review_options(session, today.date, Databases::read));
  }();
  meet_errors_of_pictures(session, loaded, gathered.findings);
  say_what_leads_nowhere(session, gathered.findings);
  say_what_is_unknown(session, loaded, gathered.findings, gathered.answers);
  const bool is_whole = std::none_of(gathered.findings.begin(), gathered.findings.end(), forbids_pictures);
  return {{std::move(loaded), today, std::move(gathered.answers), those_that(loses_answers, gathered.findings)}, is_whole};
}

AnswersRead read_for_figures(const Session& session, Loaded loaded) {
  note_files_and_sums_read(session, loaded);
  return read_for_figures_of(session, today_of(session), std::move(loaded));
}

AnswersRead read_naming_respondents(const Session& session, Loaded loaded) {
  note_files_and_sums_read(session, loaded);
  return read_for_figures_of(session, today_of(session), std::move(loaded), Names::kept);
}

}  // namespace mot
