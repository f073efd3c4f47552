// The table of options of pictures: how each is typed, which member of PictureOptions it sets, and what it adds to the name of a file.
#pragma once

#include <array>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "id_options.h"
#include "mot/view/views.h"

namespace mot {

/// The rows that an option names. Throws UsageError where there can be no such row.
std::vector<std::string> rows_of(std::string_view option, const Arguments& arguments, const Workspace& workspace);

/// How the value of an option becomes a member of PictureOptions.
struct PictureOptionReader {
  PictureOption member;
  void (*read)(std::string_view option, const Arguments& arguments, const Workspace& workspace, PictureOptions& options);
};

template <auto member, auto index_of>
inline constexpr PictureOptionReader by_id = {member, [](std::string_view, const Arguments& arguments, const Workspace& workspace,
                                                         PictureOptions& options) { options.*member = index_of(arguments, workspace); }};

template <bool PictureOptions::*member>
inline constexpr PictureOptionReader as_switch = {member, [](std::string_view option, const Arguments& arguments, const Workspace&,
                                                             PictureOptions& options) { options.*member = arguments.has(option); }};

template <auto member>
inline constexpr PictureOptionReader as_word = {
    member, [](std::string_view option, const Arguments& arguments, const Workspace&, PictureOptions& options) {
      using Word = typename std::remove_reference_t<decltype(options.*member)>::value_type;
      if (arguments.has(option)) options.*member = word_of<Word>(arguments, option);
    }};

template <double PictureOptions::*member, int least, int most>
inline constexpr PictureOptionReader as_number = {
    member, [](std::string_view option, const Arguments& arguments, const Workspace&, PictureOptions& options) {
      if (arguments.has(option)) options.*member = number_of(arguments, option, least, most);
    }};

template <auto member>
inline constexpr PictureOptionReader as_rows = {
    member, [](std::string_view option, const Arguments& arguments, const Workspace& workspace, PictureOptions& options) {
      options.*member = rows_of(option, arguments, workspace);
    }};

/// One persona alone, or several beside everybody.
void read_personas(std::string_view option, const Arguments& arguments, const Workspace& workspace, PictureOptions& options);
/// Its name alone: to read it is the command's.
void read_other_state(std::string_view option, const Arguments& arguments, const Workspace& workspace, PictureOptions& options);

/// What an option that is given adds to the name of a file that is named after what it shows.
enum class InFileName : std::uint8_t { nothing, name, value, name_and_value };

struct PictureOptionEntry {
  Option option;
  PictureOptionReader reader;
  InFileName in_file_name;
};

/// In the order of the help, which is that of a file's name.
inline constexpr PictureOptionEntry picture_option_entries[] = {
    {{"--persona",
      "",
      "ID",
      "count only what this customer wants and answers; of a journey's story up to five: a lived line for each",
      {},
      nullptr,
      Times::any_number},
     {&PictureOptions::persona, read_personas},
     InFileName::value},
    {{"--department", "", "ID", "let what other departments do fade; in views that have no such look: only what this one owns"},
     by_id<&PictureOptions::department, department_of>,
     InFileName::value},
    {{"--after-actions", "", "", "show also what is lived once the planned actions have worked"},
     as_switch<&PictureOptions::after_actions>,
     InFileName::name},
    {{"--compare", "", "REVISION",
      "show also what was lived in this state: a git revision, a file or folder of one (REVISION:PATH), or one on the disk"},
     {&PictureOptions::other_state, read_other_state},
     InFileName::name},
    {{"--faces", "", "", "mark what is lived on a story's curve with smileys, by the class of the gap"},
     as_switch<&PictureOptions::faces>,
     InFileName::name},
    {{"--blank",
      "",
      "WHAT",
      "leave room to write by hand: for what is lived, also for what customers want, or for all; ids stand there, to type it in by",
      {},
      words_of_vocabulary<Blank>},
     as_word<&PictureOptions::blank>,
     InFileName::name_and_value},
    {{"--layout",
      "",
      "HOW",
      "tell a journey as one row of cards under its curve, or in a lane for each department",
      {},
      words_of_vocabulary<Layout>},
     as_word<&PictureOptions::layout>,
     InFileName::name_and_value},
    {{"--show", "", "ROW", "of the rows of what is written besides scores, only this and others named so", {}, nullptr, Times::any_number},
     as_rows<&PictureOptions::shown_rows>,
     InFileName::nothing},
    {{"--hide",
      "",
      "ROW",
      "leave this row out: goals, does, thinks, feels, pains, gains, channels, involves, times, kpis, or a lane of the project",
      {},
      nullptr,
      Times::any_number},
     as_rows<&PictureOptions::hidden_rows>,
     InFileName::nothing},
    {{"--width", "", "POINTS", "how wide the picture may be; a longer journey goes on in the next row"},
     as_number<&PictureOptions::width, 400, 100'000>,
     InFileName::nothing},
};

/// The options alone, for the table of a command.
inline constexpr auto picture_options = [] {
  std::array<Option, std::size(picture_option_entries)> options{};
  for (std::size_t i = 0; i < options.size(); ++i) options[i] = picture_option_entries[i].option;
  return options;
}();

/// `--persona, --width`; empty where the view takes none.
std::string options_of(const PictureView& view);

/// Whether a view heeds an option as it is given: of several personas not every view does that heeds one.
bool heeds(const PictureView& view, const PictureOptionEntry& entry, const Arguments& arguments);

/// Refuses an option that the view does not heed, and those that contradict each other. Throws UsageError.
void refuse_options_that_are_not_heeded(const PictureView& view, const Arguments& arguments);

/// All but the journey. Throws UsageError.
PictureOptions picture_options_of(const Arguments& arguments, const Workspace& workspace);

/// What the given options add to the name of a file, in order: `ines`, `blank-customer`.
std::vector<std::string> parts_of_file_name(const Arguments& arguments);

}  // namespace mot
