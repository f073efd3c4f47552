// Destinations of results and their formats: -o and --format, the same for every command that has them.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "session.h"

namespace mot {

/// Where a result goes: a path, or `-` for standard output; and the row of the table of formats.
struct Destination {
  std::string file;
  std::size_t format = 0;
};

/// What a row of a table of formats is chosen by.
struct FormatName {
  std::string_view name;
  std::string_view extension;  ///< with its dot; empty where no extension stands for it
};

/// One destination for every -o; without any, `otherwise` in the format that --format names, else the first. With -o, --format names the
/// format of a single file, or of each in order, or of those whose extension names none. Throws UsageError.
std::vector<Destination> destinations_of(const Arguments& arguments, std::span<const FormatName> formats, std::string_view otherwise);

template <auto table>
std::vector<Destination> destinations_in(const Arguments& arguments, std::string_view otherwise = "-") {
  std::vector<FormatName> formats;
  for (const auto& format : table()) formats.push_back({format.name, format.extension});
  return destinations_of(arguments, formats, otherwise);
}

/// The bytes of a file that an option names, which no result may overwrite from now on. Throws std::runtime_error where it can't be read or
/// has more than `most_bytes`.
std::string read_input(const Session& session, const std::string& file, std::size_t most_bytes);

/// Throws std::runtime_error where a file to write is one that was read.
void refuse_to_overwrite(const Session& session, const std::string& file);

/// Writes a result to its destination, whole or not at all.
void deliver(const Session& session, const std::string& file, std::string_view bytes);

inline constexpr Option output_option = {
    "--output",
    "-o",
    "FILE",
    "write there instead, in the format of its extension; - is standard output; may stand several times",
    {},
    nullptr,
    Times::any_number};

template <auto table>
inline constexpr Option format_option = {"--format",
                                         "",
                                         "FORMAT",
                                         "the format by its name; as often as -o in the same order, or once for what no extension tells",
                                         {},
                                         names_in<table>,
                                         Times::any_number};

}  // namespace mot
