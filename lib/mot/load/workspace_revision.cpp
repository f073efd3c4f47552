#include "mot/load/workspace_revision.h"

#include <exception>

#include "mot/load/files/files.h"
#include "mot/load/files/git.h"

namespace mot {
namespace {

namespace fs = std::filesystem;

constexpr const char* checked_out = "HEAD";
constexpr std::size_t short_hash = 7;

std::optional<WorkspaceRevision> read_revision(const Loaded& loaded) {
  const auto repository = Repository::around(loaded.root);
  if (!repository || repository->is_bare()) return std::nullopt;
  const auto files = repository->files_at(checked_out);
  std::size_t held = 0, same = 0;
  for (std::uint32_t file = 0; file < loaded.sources.size(); ++file) {
    const auto& source = loaded.sources[file];
    const fs::path path = fs::weakly_canonical(source.name);
    if (files->kind_of(path) != FileKind::file) continue;
    ++held;
    if (files->read(path, source.text.size()) == source.text) ++same;
  }
  if (held == 0) return std::nullopt;
  // A commit has all of itself in common with itself.
  return WorkspaceRevision{repository->merge_base(checked_out, checked_out).substr(0, short_hash), same < loaded.sources.size()};
}

}  // namespace

std::optional<WorkspaceRevision> revision_of(const Loaded& loaded) {
  if (loaded.read_from != &disk()) return std::nullopt;
  try {
    return read_revision(loaded);
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

}  // namespace mot
