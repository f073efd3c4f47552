#include "outputs.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>

#include "mot/load/files/files.h"
#include "mot/text/utf8.h"
#include "mot/write/file.h"

namespace mot {
namespace {

std::size_t format_named(std::string_view name, std::span<const FormatName> formats) {
  const auto found = std::find_if(formats.begin(), formats.end(), [&](const FormatName& format) { return format.name == name; });
  return static_cast<std::size_t>(found - formats.begin());  // the parser has checked the choice
}

std::optional<std::size_t> format_by_extension(const std::string& file, std::span<const FormatName> formats) {
  const std::string extension = folded(std::filesystem::path(file).extension().string());
  if (extension.empty()) return std::nullopt;
  const auto found = std::find_if(formats.begin(), formats.end(), [&](const FormatName& format) { return format.extension == extension; });
  return found == formats.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - formats.begin()));
}

std::string known_extensions(std::span<const FormatName> formats) {
  std::vector<std::string_view> extensions;
  for (const FormatName& format : formats) {
    if (!format.extension.empty()) extensions.push_back(format.extension);
  }
  return fmt::format("{}", fmt::join(extensions, ", "));
}

/// The format of one -o of several, `name` being the only --format, if there is one.
std::size_t format_of(const std::string& file, const std::optional<std::string>& name, std::span<const FormatName> formats,
                      const Command* command) {
  if (const auto by_extension = format_by_extension(file, formats)) return *by_extension;
  if (name) return format_named(*name, formats);
  if (file == "-") return 0;
  throw UsageError(
      fmt::format("the extension of '{}' names no format; give it one of {}, or add --format", printable(file), known_extensions(formats)),
      command);
}

/// Two names of one file, however they are spelt, would leave only what was written last.
void refuse_twins(const std::vector<std::string>& files, const Command* command) {
  for (std::size_t i = 0; i < files.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      if (files[i] == files[k] || (files[i] != "-" && files[k] != "-" && is_same_file(files[i], files[k])))
        throw UsageError(fmt::format("-o names '{}' twice", printable(files[i])), command);
    }
  }
}

}  // namespace

std::vector<Destination> destinations_of(const Arguments& arguments, std::span<const FormatName> formats, std::string_view otherwise) {
  const auto& files = arguments.all("--output");
  const auto& names = arguments.all("--format");
  refuse_twins(files, arguments.command);
  const bool is_one_each = names.size() == files.size() || (files.empty() && names.size() == 1);
  if (names.size() > 1 && !is_one_each) {
    throw UsageError(fmt::format("--format stands {} times and -o {} times; give each -o its --format, or one --format for all",
                                 names.size(), files.size()),
                     arguments.command);
  }
  if (files.empty()) return {{std::string(otherwise), names.empty() ? 0 : format_named(names.front(), formats)}};
  std::vector<Destination> destinations;
  for (std::size_t i = 0; i < files.size(); ++i) {
    const bool is_named = is_one_each && !names.empty();
    destinations.push_back({files[i], is_named ? format_named(names[i], formats)
                                               : format_of(files[i], arguments.text("--format"), formats, arguments.command)});
  }
  return destinations;
}

std::string read_input(const Session& session, const std::string& file, std::size_t most_bytes) {
  std::string bytes = read_file(file, most_bytes);
  session.files_read.push_back(file);
  return bytes;
}

void refuse_to_overwrite(const Session& session, const std::string& file) {
  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored)) return;
  for (const std::string& read : session.files_read) {
    if (is_same_file(file, read))
      throw std::runtime_error(fmt::format("'{}' is one of the files that were read; name another file to write to", printable(file)));
  }
}

void deliver(const Session& session, const std::string& file, std::string_view bytes) {
  if (file == "-") return print(session, bytes);
  refuse_to_overwrite(session, file);
  save_file(file, bytes);
}

}  // namespace mot
