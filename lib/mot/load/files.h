// Files of a workspace: found, listed and read. What cannot be read throws std::runtime_error with the path and the system's words.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mot {

/// The file that makes a folder a workspace.
inline constexpr std::string_view workspace_file_name = "mot.yaml";

/// The bytes of a file, at most `most` and one more, so that a reader can tell that there is too much.
std::string read_file(const std::filesystem::path& path, std::size_t most);

/// `mot.yaml` in the folder or the nearest one above it.
std::optional<std::filesystem::path> find_workspace_file(const std::filesystem::path& folder);

/// Every `*.yaml` and `*.yml` below the folder, dot folders and dot files left out, in the order of their paths.
std::vector<std::filesystem::path> list_yaml_files(const std::filesystem::path& folder);

/// The files below `folder` that a glob names, in the order of their paths: `*` and `?` within a name, `**` for any folders.
/// Links that lead out of the folder are left out.
std::vector<std::filesystem::path> list_matching(const std::filesystem::path& folder, std::string_view glob);

/// Whether a path written in a workspace stays inside it: relative, and never up.
bool stays_inside(std::string_view path);

/// A path as people at `std::filesystem::current_path()` would write it.
std::string shown_path(const std::filesystem::path& path);

}  // namespace mot
