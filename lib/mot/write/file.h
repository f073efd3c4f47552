// Files written whole or not at all.
#pragma once

#include <filesystem>
#include <span>
#include <string_view>
#include <utility>

namespace mot {

/// Puts `bytes` into a temporary file beside `path`, makes sure they are on the disk, and gives it the name: at no time does anyone see
/// half a file, and what stood there stays if anything fails. The permissions of an existing file are kept; a symbolic link is
/// followed. What is no ordinary file (a pipe, a device) is written directly. Throws std::runtime_error naming the path, the cause
/// in the system's words and, where there is one, the way out.
void save_file(const std::filesystem::path& path, std::string_view bytes);

/// An ordinary file, and what it is to hold.
using FileToSave = std::pair<std::filesystem::path, std::string_view>;

/// The same of several: all are on the disk before the first gets its name, and a signal that ends the program waits until the last has.
void save_files(std::span<const FileToSave> files);

/// Whether two paths lead to one file, or would: links are followed, also those that lead to nothing yet.
bool is_same_file(const std::filesystem::path& one, const std::filesystem::path& other);

/// Sees to it that a program that is ended by a signal (TERM, INT, HUP) leaves no temporary file of `save_file`, and that a file that
/// grows over a limit of the system is an error like any other instead of an end.
void tidy_up_on_signals();

/// Adds `bytes` to the end of a file, or makes it; for logs that others keep. Throws as above.
void append_to_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace mot
