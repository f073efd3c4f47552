#include "saved_views.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <stdexcept>

#include "apart.h"
#include "map_run.h"
#include "mot/text/nearest.h"
#include "mot/text/utf8.h"
#include "paper_options.h"

namespace mot {
namespace {

using Values = std::vector<std::string>;

std::string word_of(const Text& text) {
  return text.value;
}
template <Vocabulary Word>
std::string word_of(const Placed<Word>& word) {
  return std::string(name_of(word.value));
}

template <auto member>
Values value_of(const SavedView& view) {
  return view.*member ? Values{word_of(*(view.*member))} : Values{};
}

Values hidden_rows_of(const SavedView& view) {
  Values rows;
  for (const Text& row : view.hide) rows.push_back(row.value);
  return rows;
}

/// Each key of a saved view and the option it stands for.
struct SavedOption {
  std::string_view option;
  Values (*values)(const SavedView& view);
};

constexpr SavedOption saved_options[] = {
    {"--view", value_of<&SavedView::view>},       {"--journey", value_of<&SavedView::journey>},
    {"--persona", value_of<&SavedView::persona>}, {"--department", value_of<&SavedView::department>},
    {"--tag", value_of<&SavedView::tag>},         {"--theme", value_of<&SavedView::theme>},
    {"--paper", value_of<&SavedView::paper>},     {"--for", value_of<&SavedView::medium>},
    {"--layout", value_of<&SavedView::layout>},   {"--hide", hidden_rows_of},
};

bool has_pages(const Arguments& arguments) {
  const auto destinations = destinations_in<picture_formats>(arguments, "");
  return std::ranges::any_of(destinations, [](const Destination& destination) { return picture_formats()[destination.format].has_pages; });
}

/// The command line that the view stands for. Paper is kept for files that have pages, so that the same view can be drawn as SVG.
Arguments arguments_of(const SavedView& view, const Arguments& typed) {
  Values files;
  for (const std::string& file : typed.all("--output")) files.push_back(with_id(file, saved_placeholder, view.id.value));
  Arguments arguments = typed.with("--output", std::move(files)).with("--saved", {view.id.value});
  for (const SavedOption& saved : saved_options) {
    if (!typed.has(saved.option)) arguments = arguments.with(saved.option, saved.values(view));
  }
  const bool is_named = typed.has("--output") || typed.has("--format");
  const bool has_medium = arguments.has("--for") && medium_of(arguments) != nullptr;
  const bool is_paper_unused = !typed.has("--paper") && is_named && !has_medium && !has_pages(arguments);
  return is_paper_unused ? arguments.with("--paper", {}) : arguments;
}

int draw_one(const SavedView& view, const Session& session, const PictureRead& read) {
  const Arguments arguments = arguments_of(view, session.arguments);
  const Session of_view{session.streams, arguments, session.files_read};
  return draw_map(of_view, map_request_of(of_view), read);
}

const SavedView& view_named(const std::string& id, const Session& session, const std::vector<SavedView>& views) {
  const auto found = std::ranges::find(views, id, [](const SavedView& view) { return view.id.value; });
  if (found != views.end()) return *found;
  const auto known = ids_of(views);
  std::string way_out = known.empty() ? "; the project has none (views:)" : did_you_mean(id, known);
  if (way_out.empty()) way_out = "; it may be " + alternatives(known);
  throw UsageError(fmt::format("option '--saved': no saved view has the id '{}'{}", printable(id), way_out), session.arguments.command);
}

void refuse_what_contradicts(const Arguments& arguments) {
  if (!arguments.has("--all")) return;
  if (arguments.has("--saved")) throw UsageError("--all draws every saved view, and --saved one of them; use one", arguments.command);
  for (const std::string& file : arguments.all("--output")) {
    if (file.find(saved_placeholder) != std::string::npos) continue;
    throw UsageError(fmt::format("-o '{}' would be one file for all saved views; write {} where the id of each is to stand, as in "
                                 "'maps/{}.svg'",
                                 printable(file), saved_placeholder, saved_placeholder),
                     arguments.command);
  }
}

/// Its own process draws each, as many at a time as there are processors. What each says is said in the order of the file.
int draw_all(const Session& session, const PictureRead& read) {
  const std::vector<SavedView>& views = read.loaded.workspace.project.views;
  if (views.empty()) throw std::runtime_error("the project has no saved views; list them under 'views' of the project");
  int worst = 0;
  const auto work = [&](std::size_t i, std::ostream& err) {
    const Streams streams{.in = session.streams.in, .out = session.streams.out, .err = err, .variable = session.streams.variable};
    return draw_one(views[i], {streams, session.arguments, session.files_read}, read);
  };
  do_apart(views.size(), work, [&](std::size_t i, const Ended& ended) {
    worst = std::max(worst, ended.code);
    session.streams.err << ended.said;
    if (!ended.failure.empty())
      session.streams.err << fmt::format("mot: saved view '{}': {}\n", printable(views[i].id.value), ended.failure);
  });
  return worst;
}

}  // namespace

bool asks_for_saved_views(const Arguments& arguments) {
  return arguments.has("--saved") || arguments.has("--all");
}

int draw_saved_views(const Session& session) {
  refuse_what_contradicts(session.arguments);
  const PictureRead read = read_for_pictures(session);
  if (session.arguments.has("--all")) return draw_all(session, read);
  const SavedView& view = view_named(session.arguments.text_of("--saved"), session, read.loaded.workspace.project.views);
  try {
    return draw_one(view, session, read);
  } catch (const UsageError& error) {
    throw UsageError(fmt::format("saved view '{}': {}", printable(view.id.value), error.what()), error.command);
  }
}

}  // namespace mot
