// What one system does otherwise than another. Everything else of mot is standard C++ and POSIX; docs/portability.md says what another
// system than Linux with glibc needs.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mot {

/// A file without a name that lies in memory, or where there is none on disk; -1 where none can be made.
int memory_file();

/// How the dynamic loader calls a library of that version: "libgit2.so.1.5", "libgit2.1.5.dylib".
std::string library_name(std::string_view name, std::string_view version);

/// Memory that was given back is kept for the next request, where the allocator can be told so; where nothing bounds the process, the heap
/// gets addresses ahead, in large pages.
void keep_memory();

/// The same of large requests too, and for good: for what does the same again and again.
void hold_memory();

/// All that was kept so is given to the system: to be called where much was freed that no next request will be for.
void give_memory_back();

/// The addresses that the heap has ahead are given to the system: for a process that is to be bounded.
void give_reserve_back();

/// Whether the process may still have so many bytes of addresses.
bool has_room(std::size_t bytes);

/// Whether what was written lies on the disk; some file systems can't tell, which is no failure of the file's.
bool is_stored(int file);

}  // namespace mot
