#include "mot/analysis/compare/diff.h"

#include <fmt/format.h>

#include <charconv>
#include <stdexcept>
#include <utility>

#include "compared_states.h"
#include "figure_outputs.h"
#include "id_options.h"
#include "mot/check/suppression_changes.h"
#include "mot/draw/draw.h"
#include "mot/load/known_files.h"
#include "mot/picture/brand.h"
#include "mot/picture/canvas.h"
#include "mot/picture/other_state.h"
#include "mot/tables/diff_tables.h"
#include "mot/text/utf8.h"
#include "mot/view/views.h"
#include "mot/write/json/diff_json.h"
#include "pictures.h"
#include "table_of_commands.h"
#include "theme_option.h"
#include "today.h"
#include "workspace_inputs.h"

namespace mot {
namespace {

constexpr Option exit_code_option = {"--exit-code", "", "", "end with 1 where anything differs, as git diff does; else with 0"};

constexpr Option margin_option = {
    .long_name = "--unchanged-within",
    .value = "D",
    .help =
        "call 'unchanged' what surely changed by less than D points of the scale, or D% of it, and of per cent and net promoter scores "
        "as large a part; else nothing is",
};

constexpr Option journey_option = {"--journey", "", "ID", "of pictures: the journey to draw, else the first"};

/// Formats of tables, and behind them those of pictures.
std::span<const FormatName> diff_formats() {
  static const std::vector<FormatName> formats = [] {
    std::vector<FormatName> all;
    for (const auto& format : table_formats()) all.push_back({format.name, format.extension});
    for (const auto& format : picture_formats()) all.push_back({format.name, format.extension});
    return all;
  }();
  return formats;
}

constexpr Option diff_options[] = {
    format_option<diff_formats>, output_option, exit_code_option, margin_option, journey_option, theme_option, today_option,
    stdin_filename_option};

/// Where tables go, and where pictures go.
struct Outputs {
  std::vector<Destination> tables;
  std::vector<Destination> pictures;  ///< by picture_formats()
};

Outputs outputs_of(const Arguments& arguments) {
  Outputs outputs;
  const std::size_t tables = table_formats().size();
  for (Destination& destination : destinations_in<diff_formats>(arguments)) {
    if (destination.format < tables)
      outputs.tables.push_back(std::move(destination));
    else
      outputs.pictures.push_back({std::move(destination.file), destination.format - tables});
  }
  if (outputs.pictures.empty() && arguments.has("--journey"))
    throw UsageError("option '--journey': only pictures are of one journey; name one, such as -o diff.svg", arguments.command);
  return outputs;
}

/// The journey as it is, with the lived line of the other state, and its cards marked.
void draw_difference(const Session& session, const std::vector<Destination>& destinations, const Compared& states,
                     const std::string& other_state) {
  if (destinations.empty()) return;
  require_journey(states.after.workspace);
  const PictureView& view = picture_views().front();
  const WithRemoved all = with_removed(states);
  const Typesetter typesetter = typesetter_of(all.workspace.project);
  const PictureInput input{all.workspace, all.analysis, all.answers, theme_of(session.arguments), typesetter, {}, today_of(session).date};
  PictureOptions asked;
  asked.other_state = marked_since(states, other_state);
  for (const PictureFile& picture : pictures_of(destinations, view, session.arguments, all.workspace)) {
    asked.journey = picture.journey;
    deliver(session, picture.file,
            picture_formats()[picture.format].draw(view.draw(input, asked), {.source_date = source_date_of(session)}));
  }
}

/// What --unchanged-within names, as a share of the scale.
std::optional<double> margin_of(const Arguments& arguments, const Scale& scale) {
  if (!arguments.has("--unchanged-within")) return std::nullopt;
  const std::string text = arguments.text_of("--unchanged-within");
  const bool is_percent = text.ends_with('%');
  const std::string_view digits = std::string_view(text).substr(0, text.size() - (is_percent ? 1 : 0));
  double number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  const double share = is_percent ? number / 100 : number / scale.range();
  if (error != std::errc() || end != digits.data() + digits.size() || !(share > 0 && share < 1))
    throw UsageError(fmt::format("option '--unchanged-within': '{}' is not a number of points over 0 and under {}, the whole scale, nor a "
                                 "part of it such as 5%",
                                 printable(text), scale.range()),
                     arguments.command);
  return share;
}

Analysis analysis_of(const AnswersRead& read) {
  return analyse(read.loaded.workspace, read.answers);
}

int diff(const Session& session) {
  const Arguments& arguments = session.arguments;
  const Outputs outputs = outputs_of(arguments);
  const States states = states_of(session);
  KnownFiles known;
  const AnswersRead before = read_state(session, states.before, [&](const Inputs& inputs) { return load_learning(inputs, known); });
  const AnswersRead after = read_state(session, states.after, [&](const Inputs& inputs) { return load_knowing(inputs, known); });
  const Analysis then = analysis_of(before), now = analysis_of(after);
  const Wave old_wave{before.loaded.workspace, before.answers, then}, new_wave{after.loaded.workspace, after.answers, now};
  Diff diff = diff_of(old_wave, new_wave, margin_of(arguments, after.loaded.workspace.project.scale));
  for (SurroundingChange& change : suppression_changes(before.loaded, after.loaded)) diff.surroundings.push_back(std::move(change));
  draw_difference(session, outputs.pictures, {old_wave, new_wave, diff}, name_in(Wording(after.loaded.workspace.project), states.before));
  const auto tables_in = [&](const Wording& wording) {
    return diff_tables(diff, {name_in(wording, states.before), name_in(wording, states.after)}, wording);
  };
  deliver_figures(session, outputs.tables, after.loaded.workspace.project, {tables_in, [&] { return diff_json(diff); }});
  return arguments.has("--exit-code") && differs(diff) ? 1 : 0;
}

}  // namespace

constinit const Command diff_command = {
    .name = "diff",
    .does = "tell what changed between two states of a workspace, and whether customers live it differently",
    .details =
        "Tells which touchpoints came, went, moved or were renamed, what is written otherwise, and what is delivered and covered. A score, "
        "a share (thumbs, best answers, commitments kept) or an outcome is better or worse only where its test says so at 95 %, adjusted "
        "by "
        "Holm over all that are compared; with --unchanged-within it is unchanged where two one-sided tests say that it moved by less. "
        "People "
        "who answered both times are told by their names (respondent), and make a change known better. A KPI is better or worse by the "
        "side that is better, and its target newly met or missed. "
        "A picture (-o diff.svg) is the newer journey with the older lived line behind it and every card "
        "marked that came, went, or is lived otherwise; {journey} in the name of its file draws every one. "
        "Exit code 0, or with --exit-code 1 where anything differs; 2: something could not be read or written.",
    .examples =
        "  mot diff HEAD\n"
        "  mot diff main... --format md\n"
        "  mot diff main.. --exit-code\n"
        "  mot diff main --unchanged-within 0.5\n"
        "  mot diff v1.0:moments moments\n"
        "  mot diff last-year this-year\n"
        "  mot diff before.yaml after.yaml --format md\n"
        "  mot diff main -o diff.svg\n"
        "  mot diff main... -o changes.md -o 'changes/{journey}.svg'\n",
    .options = diff_options,
    .operand = states_operand,
    .run = diff,
    .glossary = {.heading = "A state is", .entries = what_states_are},
};

}  // namespace mot
