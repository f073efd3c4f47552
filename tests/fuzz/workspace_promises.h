// What holds for any bytes as a whole workspace, from the file to what people see of it, for the fuzzer and for the test that mutates.
#pragma once

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "mot/analysis/gates.h"
#include "mot/analysis/plan.h"
#include "mot/check/suppressions.h"
#include "mot/edit/fix.h"
#include "mot/picture/canvas.h"
#include "mot/picture/scene_text.h"
#include "mot/review/review.h"
#include "mot/tables/gaps_table.h"
#include "mot/text/utf8.h"
#include "mot/view/views.h"
#include "mot/write/findings/finding_formats.h"
#include "mot/write/json/gaps_json.h"
#include "mot/write/tables/table_formats.h"
#include "mot/yaml/directives.h"

namespace mot {

class WorkspacePromises {
 public:
  /// Throws std::logic_error with what does not hold.
  static void check(std::string_view bytes) {
    WorkspacePromises promises(bytes);
    promises.check_findings();
    promises.check_directives();
    promises.check_ways_to_figures();
    promises.check_fixes();
    promises.check_figures();
  }

 private:
  static Loaded read(std::string_view bytes) {
    // Nothing lies there, so that no file is read by what the bytes name.
    static const auto nowhere = std::filesystem::temp_directory_path() / "mot-promises";
    std::filesystem::create_directories(nowhere);
    std::istringstream in{std::string(bytes)};
    return load({.directory = nowhere, .paths = {"-"}, .stdin_filename = "any.yaml", .in = &in, .threads = 1});
  }

  static Date the_day() { return *date_from("2026-06-30"); }

  explicit WorkspacePromises(std::string_view bytes) : loaded_(read(bytes)), review_(review(loaded_, {.today = the_day(), .threads = 1})) {}

  static void hold(bool holds, std::string_view what) {
    if (!holds) throw std::logic_error(std::string(what));
  }

  /// Text that a terminal, a log and a page can show.
  static void check_text(std::string_view text, std::string_view what) {
    hold(!first_invalid_byte(text), what);
    const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t'; };
    hold(std::none_of(text.begin(), text.end(), is_control), what);
  }

  void check_findings() const {
    const FindingReport report{.sources = loaded_.sources,
                               .findings = review_.findings,
                               .workspace = "any",
                               .files = loaded_.files,
                               .touchpoints = loaded_.workspace.touchpoints.size(),
                               .version = "0"};
    for (const FindingFormat& format : finding_formats()) check_text(format.write(report), format.name);
    for (const Finding& finding : review_.findings) {
      const std::size_t size = loaded_.sources[finding.span.file].text.size();
      hold(finding.span.begin <= finding.span.end && finding.span.end <= size, "a finding's span is in the text");
      const bool is_edit_inside = !finding.fix || (finding.fix->span.begin <= finding.fix->span.end && finding.fix->span.end <= size);
      hold(is_edit_inside, "a fix's span is in the text");
    }
  }

  void check_directives() const {
    Findings already_reported;
    const auto fresh = yaml::directives_in(yaml::parse(loaded_.sources, 0, already_reported), loaded_.sources[0].text);
    hold(loaded_.directives == fresh, "directives are those of the file read alone");
    Findings about_comments;
    for (const Suppression& suppression : read_suppressions(loaded_.sources, loaded_.directives, about_comments)) {
      const std::string_view text = loaded_.sources[suppression.comment.file].text;
      hold(text.at(suppression.comment.begin) == '#', "a suppression is a comment");
      hold(suppression.removal.begin <= suppression.comment.begin && suppression.removal.end >= suppression.comment.end,
           "what goes with a comment holds it");
    }
  }

  /// What forbids figures: rule, place and message of each.
  static auto faults_of(const Findings& findings) {
    std::vector<std::tuple<std::string_view, Span, std::string, Severity>> faults;
    for (const Finding& finding : findings) {
      const Tier tier = finding.rule.rule().tier;
      if (tier == Tier::shape || tier == Tier::links)
        faults.emplace_back(finding.rule.id(), finding.span, finding.message, finding.severity);
    }
    return faults;
  }

  void check_ways_to_figures() const {
    const Gathered gathered = gather(loaded_, {.today = the_day(), .threads = 1});
    hold(gathered.answers == review_.answers, "who asks for figures gets the answers of a review");
    hold(faults_of(gathered.findings) == faults_of(review_.findings), "who asks for figures is refused as in a review");
  }

  /// What stops YAML from being read as it stands. A mended one may bring another to light, no more than it was.
  static std::ptrdiff_t faults_of_yaml(const Loaded& loaded) {
    return std::count_if(loaded.findings.begin(), loaded.findings.end(), [](const Finding& finding) {
      return finding.rule == RuleId("yaml-syntax") || finding.rule == RuleId("duplicate-key") || finding.rule == RuleId("invalid-utf8");
    });
  }

  void check_fixes() const {
    for (const FixedFile& fixed : fixed_files(review_.findings, loaded_.sources).files) {
      hold(fixed.fixes > 0 && fixed.text != loaded_.sources[fixed.file].text, "a fix changes something");
      hold(faults_of_yaml(read(fixed.text)) <= faults_of_yaml(loaded_), "a fix breaks no YAML");
    }
  }

  void check_figures() {
    const bool has_errors = std::any_of(review_.findings.begin(), review_.findings.end(), [](const Finding& finding) {
      return finding.rule.rule().tier == Tier::shape || finding.rule.rule().tier == Tier::links;
    });
    if (has_errors) return;
    const Workspace& workspace = loaded_.workspace;
    const std::string json =
        gaps_json({.workspace = workspace, .analysis = review_.analysis, .gates = judge_gates(workspace, review_.analysis)});
    check_text(json, "figures are text");
    hold(json.find("nan") == std::string::npos || json.find("\"nan") != std::string::npos || has_word_nan(), "no figure is a NaN");
    const TableReport report{.tables = {gaps_table(workspace, review_.analysis)}, .json = [&] { return json; }, .width = 100};
    for (const TableFormat& format : table_formats()) {
      if (format.name != "xlsx") check_text(format.write(report), format.name);
    }
    for (const PictureView& view : picture_views()) check_picture(view);
  }

  bool has_word_nan() const { return loaded_.sources[0].text.find("nan") != std::string::npos; }

  void check_picture(const PictureView& view) const {
    static const Typesetter typesetter;
    constexpr std::size_t few = 40;  // as many as a fuzzer can draw again and again
    const Workspace& workspace = loaded_.workspace;
    if (workspace.touchpoints.size() > few || (view.subject == PictureSubject::journey && workspace.journeys.empty())) return;
    const Scene scene = view.draw({workspace, review_.analysis, review_.answers, light_theme(), typesetter}, {});
    hold(scene_text(scene).find("nan") == std::string::npos || has_word_nan(), "no place in a picture is a NaN");
  }

  Loaded loaded_;
  Review review_;
};

}  // namespace mot
