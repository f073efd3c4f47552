// Libraries that are found and bound when they are first needed: linked, they and all they bring would make every start of the program wait
// for them. A room that has such a library keeps one file that knows its functions.
#pragma once

#include <dlfcn.h>

#include <string>

namespace mot {

/// What is asked of the loader, and what is said where it has no such thing.
struct LateLibrary {
  std::string file;         ///< "libgit2.so.1.5": the interface that our headers describe, and no other
  std::string does;         ///< "git revisions are read by libgit2"
  std::string package;      ///< Debian's
  std::string folder = {};  ///< where it lies if the loader would not look there by itself
};

/// What dlopen says; nullptr where it is not installed. It stays until the program ends.
void* opened(const LateLibrary& library);

/// That the library is missing, and the way out.
std::string lack_of(const LateLibrary& library);
/// That it is there and has no such function.
std::string lack_of(const LateLibrary& library, const char* name);

/// Binds what it is asked for, or throws a Failure that says what is missing.
template <class Failure>
class Binder {
 public:
  explicit Binder(const LateLibrary& library) : library_(library), handle_(opened(library)) {
    if (handle_ == nullptr) throw Failure(lack_of(library_));
  }
  /// A function or a variable of the library, or of one that it brings.
  template <class Thing>
  void operator()(const char* name, Thing*& thing) const {
    thing = reinterpret_cast<Thing*>(dlsym(handle_, name));
    if (thing == nullptr) throw Failure(lack_of(library_, name));
  }

 private:
  LateLibrary library_;
  void* handle_;
};

// For a list of names, such as `#define LIST(each) each(git_blob_free) each(git_blob_lookup)`: a member of a struct for each under its own
// name, and binding them in a function that has a Binder `bind` and the struct `library`.
#define MOT_LATE_MEMBER(name) decltype(&::name) name = nullptr;
#define MOT_LATE_BIND(name) bind(#name, library.name);

}  // namespace mot
