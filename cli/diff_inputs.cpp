#include "diff_inputs.h"

#include <fmt/format.h>

#include <stdexcept>

#include "arguments.h"
#include "mot/text/utf8.h"

namespace mot {
namespace {

namespace fs = std::filesystem;

/// `OLD..NEW` or `OLD...NEW`, taken apart; an end that is left out is HEAD.
struct Range {
  std::string old_end;
  std::string new_end;
  bool is_since_they_parted = false;
};

bool is_path_by_its_looks(std::string_view word) {
  return word == "-" || word == "." || word == ".." || word.starts_with("/") || word.starts_with("./") || word.starts_with("../");
}

std::optional<Range> range_in(std::string_view word) {
  const auto dots = word.find("..");
  if (is_path_by_its_looks(word) || dots == std::string_view::npos || word.find(':') < dots) return std::nullopt;
  const bool are_three = word.substr(dots).starts_with("...");
  const std::string_view before = word.substr(0, dots), after = word.substr(dots + (are_three ? 3 : 2));
  const auto or_head = [](std::string_view end) { return std::string(end.empty() ? "HEAD" : end); };
  return Range{or_head(before), or_head(after), are_three};
}

/// `REVISION` or `REVISION:PATH`, taken apart; a colon in braces or at the beginning is part of a revision (gitrevisions(7)).
struct RevisionPath {
  std::string revision;
  std::optional<std::string> path;
};

RevisionPath revision_path_in(const std::string& word) {
  std::size_t braces = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (word[i] == '{') ++braces;
    if (word[i] == '}' && braces > 0) --braces;
    if (word[i] == ':' && i > 0 && braces == 0) return {word.substr(0, i), word.substr(i + 1)};
  }
  return {word, std::nullopt};
}

/// The last name in it.
std::string name_of_path(const fs::path& path) {
  const fs::path name = path.has_filename() ? path.filename() : path.parent_path().filename();
  return name.empty() ? path.string() : name.string();
}

class StateFinder {
 public:
  explicit StateFinder(const Session& session) : session_(session), inputs_(inputs_of(session)) {
    std::error_code error;
    here_ = fs::weakly_canonical(inputs_.directory, error);
    if (disk().kind_of(here_) != FileKind::folder) {
      throw std::runtime_error(fmt::format("there is no folder {}", in_quotes(inputs_.directory.string())));
    }
  }

  States find() {
    const auto& words = inputs_.paths;
    States states = words.size() == 1 ? one_word(words[0]) : States{{}, any_state(words[0]), any_state(words[1])};
    states.repository = std::move(repository_);
    return states;
  }

  /// Where a file and a revision are called alike, the revision; that is said.
  FoundState find_other(const std::string& word) {
    const bool is_there = is_on_disk(word), is_known = is_there && repository_knows(word);
    const bool is_file = is_path_by_its_looks(word) || (is_there && !is_known);
    if (is_known) {
      say(session_, fmt::format("{} is a git revision and on the disk; the revision is read (what is on the disk is ./{})", in_quotes(word),
                                printable(word)));
    }
    FoundState found{{}, is_file ? state_on_disk(word) : revision_state(word)};
    if (is_file && word != "-") found.state.name = name_of_path(fs::absolute(inputs_.directory / word).lexically_normal());
    found.repository = std::move(repository_);
    return found;
  }

 private:
  bool is_on_disk(const std::string& word) const { return word == "-" || disk().kind_of(inputs_.directory / word) != FileKind::nothing; }

  States one_word(const std::string& word) {
    if (is_on_disk(word)) {
      throw UsageError(
          fmt::format("'diff' compares two states, and {} is one on the disk; name the other one too{}", in_quotes(word),
                      repository_knows(word) ? fmt::format(", or call the revision heads/{0} or tags/{0}", printable(word)) : ""),
          session_.arguments.command);
    }
    if (const auto range = range_in(word)) return states_in(*range);
    return {{}, revision_state(word), working_tree_state(revision_path_in(word).path)};
  }

  States states_in(const Range& range) {
    State before = revision_state(range.old_end), after = revision_state(range.new_end);
    if (!range.is_since_they_parted) return {{}, std::move(before), std::move(after)};
    const RevisionPath old_end = revision_path_in(range.old_end);
    const std::string base = repository().merge_base(old_end.revision, revision_path_in(range.new_end).revision);
    before = revision_state(old_end.path ? base + ":" + *old_end.path : base);
    before.name = range.old_end, before.parted_from = range.new_end;
    return {{}, std::move(before), std::move(after)};
  }

  State any_state(const std::string& word) {
    if (!is_on_disk(word) && !is_path_by_its_looks(word)) return revision_state(word);
    if (repository_knows(word)) {
      say(session_, fmt::format("{} is on the disk and a git revision; what is on the disk is read (the revision is heads/{} or tags/{})",
                                in_quotes(word), printable(word), printable(word)));
    }
    return state_on_disk(word);
  }

  State state_on_disk(const std::string& word) const {
    State state{word, inputs_, nullptr};
    state.inputs.paths = {word};
    return state;
  }

  State revision_state(const std::string& word) {
    const auto [revision, path] = revision_path_in(word);
    if (!find_repository()) {
      throw std::runtime_error(
          fmt::format("there is no file or folder {}, and no git repository here that could know it as a revision", in_quotes(word)));
    }
    State state{word, inputs_, repository().files_at(revision)};
    state.inputs.files = state.files.get();
    state.inputs.directory = nearest_folder(*state.files);
    state.inputs.paths.clear();
    if (path) {
      state.inputs.paths = {path_in_tree(*state.files, revision, *path).string()};
    } else if (!find_workspace_file(*state.files, state.inputs.directory)) {
      throw std::runtime_error(
          fmt::format("at {} no mot.yaml lies in this folder or above it; where it lay elsewhere, say so: {}:FOLDER or {}:FILE",
                      in_quotes(revision), printable(revision), printable(revision)));
    }
    return state;
  }

  /// As in git a path begins at the top of the tree, or here if it begins with a dot.
  fs::path path_in_tree(const Files& files, const std::string& revision, const std::string& path) {
    const fs::path& root = repository().root();
    const bool is_from_here = path == "." || path.starts_with("./") || path.starts_with("../");
    const fs::path whole = ((is_from_here ? here_ : root) / path).lexically_normal();
    if (files.kind_of(whole) == FileKind::nothing) {
      throw std::runtime_error(fmt::format("at {} there is no file or folder {}", in_quotes(revision), in_quotes(path)));
    }
    return whole;
  }

  /// Where discovery starts in a tree that may lack the folder we are in.
  fs::path nearest_folder(const Files& files) {
    fs::path folder = here_;
    while (folder.has_relative_path() && files.kind_of(folder) != FileKind::folder) folder = folder.parent_path();
    return folder.has_relative_path() ? folder : repository().root();
  }

  State working_tree_state(const std::optional<std::string>& path) {
    if (repository().is_bare()) {
      throw std::runtime_error("a bare repository has no working tree; compare two revisions, such as OLD..NEW");
    }
    State state{"the working tree", inputs_, nullptr};
    state.inputs.paths.clear();
    if (path) state.inputs.paths = {path_in_tree(disk(), state.name, *path).string()};
    return state;
  }

  bool find_repository() {
    if (!was_looked_for_) repository_ = Repository::around(here_);
    was_looked_for_ = true;
    return repository_.has_value();
  }

  Repository& repository() { return *repository_; }

  /// Only to say so: where nobody can tell, nobody asked for a revision.
  bool repository_knows(const std::string& word) {
    if (is_path_by_its_looks(word)) return false;
    try {
      return find_repository() && repository().knows(word);
    } catch (const std::runtime_error&) {
      return false;
    }
  }

  const Session& session_;
  Inputs inputs_;
  fs::path here_;  ///< without links, as repositories say where they lie
  std::optional<Repository> repository_;
  bool was_looked_for_ = false;
};

}  // namespace

std::vector<std::pair<std::string, std::string>> what_states_are() {
  return {
      {"FILE, FOLDER", "what lies on the disk"},
      {"REVISION", "a git branch, tag or commit, such as main, v1.0 or HEAD~3; read out of the repository, nothing is checked out"},
      {"REVISION:PATH", "a file or folder of it, from the top of the repository, or from here if PATH begins with ./ or ../"},
      {"OLD..NEW", "both states in one word; an end that is left out is HEAD"},
      {"OLD...NEW", "what NEW has done since it and OLD parted, as a pull request shows it"},
  };
}

std::string name_in(const Wording& wording, const State& state) {
  if (state.parted_from.empty()) return wording(state.name);
  return wording("{before} (where {after} began)", {{"before", state.name}, {"after", state.parted_from}});
}

States states_of(const Session& session) {
  const auto count = session.arguments.operands().size();
  if (count < 1 || count > 2) {
    throw UsageError("'diff' compares two states: name two files, folders or git revisions, or one revision to compare with what is here",
                     session.arguments.command);
  }
  return StateFinder(session).find();
}

FoundState found_state(const Session& session, const std::string& word) {
  return StateFinder(session).find_other(word);
}

}  // namespace mot
