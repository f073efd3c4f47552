// Which words a workspace's pictures need is found by drawing them all with a sign of its own before each: a letter of Unicode's private
// plane, which stands in no text of people's, and which no line is broken in.
#include "explain_words.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <stdexcept>
#include <vector>

#include "mot/analysis/analysis.h"
#include "mot/picture/canvas.h"
#include "mot/text/utf8.h"
#include "mot/typesetting/typesetter.h"
#include "mot/view/views.h"
#include "mot/words/wording.h"
#include "mot/write/explain/explain_formats.h"
#include "outputs.h"
#include "workspace_inputs.h"

namespace mot {
namespace {

/// U+F0000 and so on: plane 15, four bytes each.
std::string sign_of(std::size_t place) {
  const auto low = [&](std::size_t bits) { return static_cast<char>(0x80 | ((place >> bits) & 0x3F)); };
  return {'\xF3', static_cast<char>(0xB0 | ((place >> 12) & 0x0F)), low(6), low(0)};
}

std::optional<std::size_t> place_of(std::string_view sign) {
  const auto bits = [&](std::size_t byte, unsigned mask) { return std::size_t{static_cast<unsigned char>(sign[byte]) & mask}; };
  if (sign.size() != 4 || sign.front() != '\xF3' || (static_cast<unsigned char>(sign[1]) & 0xF0) != 0xB0) return std::nullopt;
  return bits(1, 0x0F) << 12 | bits(2, 0x3F) << 6 | bits(3, 0x3F);
}

/// A phrase as it can stand under `words: phrases:`, with what is said of one thing as a phrase of its own.
struct Said {
  std::string english;
  std::string said;
};

std::vector<Said> all_said(const Wording& wording) {
  std::vector<Said> all;
  std::set<std::string> known;
  const auto add = [&](std::string_view english, std::string said) {
    if (known.emplace(english).second) all.push_back({std::string(english), std::move(said)});
  };
  for (const Phrase& phrase : phrases_in(Language::en)) {
    add(phrase.english, wording(phrase.english));
    if (!phrase.one.empty()) add(phrase.one, wording.counted(1, phrase.english, {}));
  }
  return all;
}

/// The workspace in English, each phrase with its sign.
Workspace with_signs(Workspace workspace, const std::vector<Said>& all) {
  workspace.project.language.reset();
  workspace.project.words.phrases.clear();
  for (std::size_t i = 0; i < all.size(); ++i) {
    Text english, with_sign;
    english.value = all[i].english;
    with_sign.value = sign_of(i) + all[i].english;
    workspace.project.words.phrases.push_back({std::move(english), std::move(with_sign)});
  }
  return workspace;
}

/// Finds signs in texts.
class Signs {
 public:
  void look_in(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
      const std::size_t length = character_length(text, i);
      if (const auto place = place_of(text.substr(i, length))) found_.insert(*place);
      i += length;
    }
  }
  void look_in(const Identity& identity) { look_in(identity.tooltip); }
  void look_in(const std::vector<Line>& lines) {
    for (const Line& line : lines) {
      for (const Run& run : line.runs) look_in(run.text);
    }
  }
  void look_in(const Scene& scene) {
    look_in(scene.title), look_in(scene.description);
    for (const Panel& panel : scene.panels) look_in(panel.identity);
    for (const Connector& connector : scene.connectors) look_in(connector.identity);
    for (const Image& image : scene.images) look_in(image.identity);
    for (const Item& item : scene.items) std::visit([&](const auto& one) { look_in_item(one); }, item);
  }
  bool has(std::size_t place) const { return found_.contains(place); }

 private:
  void look_in_item(const Marker& marker) {
    look_in(marker.identity);
    if (marker.text) look_in(marker.text->text);
  }
  template <class WithLines>
  void look_in_item(const WithLines& item) {
    look_in(item.identity), look_in(item.lines);
  }

  std::set<std::size_t> found_;
};

/// As they are drawn for a screen and a slide, and a journey's in lanes, too.
std::vector<PictureOptions> usual_options(const PictureView& view, std::size_t journey) {
  std::vector<PictureOptions> all = {{.journey = journey}, {.journey = journey, .width = 960, .height = 540, .is_slide = true}};
  if (view.takes(&PictureOptions::layout)) all.push_back({.journey = journey, .layout = Layout::lanes});
  return all;
}

Signs signs_in_pictures(const Workspace& workspace, const Answers& answers, const Date& today) {
  const Analysis analysis = analyse(workspace, answers);
  const Typesetter typesetter;
  const PictureInput input{workspace, analysis, answers, light_theme(), typesetter, "", today};
  Signs signs;
  for (const PictureView& view : picture_views()) {
    const std::size_t subjects = view.subject == PictureSubject::journey ? workspace.journeys.size() : 1;
    for (std::size_t journey = 0; journey < subjects; ++journey) {
      for (const PictureOptions& options : usual_options(view, journey)) signs.look_in(view.draw(input, options));
    }
  }
  return signs;
}

std::string line_of(const Said& phrase) {
  return fmt::format("      {}: {}\n", nlohmann::json(phrase.english).dump(), nlohmann::json(phrase.said).dump());
}

/// What is to be done with them, and those that the pictures need in front.
std::string as_yaml(const std::vector<Said>& all, const std::optional<Signs>& signs) {
  std::string used, others;
  for (std::size_t i = 0; i < all.size(); ++i) (signs && signs->has(i) ? used : others) += line_of(all[i]);
  std::string text =
      "# Fixed words: what each is in English, and what is said. To say one otherwise, or in a language that has no table, put its line "
      "into\n"
      "# the project's own 'words: phrases:' and translate what stands behind the colon. What stands in {braces} is filled in; it stays as "
      "it\n"
      "# is, wherever the sentence has it. Lines that are left out are said as before.\n"
      "project:\n  words:\n    phrases:\n";
  if (!used.empty())
    text += "      # In the pictures of this workspace.\n" + used + "\n      # In other pictures, tables, explanations and the report.\n";
  return text + others;
}

/// What lies around, if it can be drawn.
struct Around {
  Loaded loaded;
  std::optional<Signs> signs;
};

Around around(const Session& session, const Inputs& inputs, const std::vector<Said>& english) {
  Around around;
  try {
    around.loaded = load(inputs);
    AnswersRead read = read_for_figures(session, around.loaded);
    around.signs = signs_in_pictures(with_signs(std::move(read.loaded.workspace), english), read.answers, read.today.date);
  } catch (const std::runtime_error&) {  // words can be listed without it
    if (around.loaded.sources.size() > 0)
      say(session, "the workspace could not be read ('mot validate' says why): the words of its own pictures do not stand in front");
  }
  return around;
}

}  // namespace

void explain_words(const Session& session, const Inputs& inputs) {
  const Around workspace = around(session, inputs, all_said({}));
  const std::vector<Said> all = all_said(Wording(workspace.loaded.workspace.project));
  for (const Destination& destination : destinations_in<explain_formats>(session.arguments)) {
    if (explain_formats()[destination.format].name != "json") {
      deliver(session, destination.file, as_yaml(all, workspace.signs));
      continue;
    }
    auto words = nlohmann::ordered_json::object();
    for (const Said& phrase : all) words[phrase.english] = phrase.said;
    deliver(session, destination.file, words.dump(2) + "\n");
  }
}

}  // namespace mot
