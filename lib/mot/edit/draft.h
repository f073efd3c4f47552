// A workspace with changes that are not saved yet.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "mot/edit/yaml_text.h"
#include "mot/load/load.h"

namespace mot {

class OverlayFiles;

}  // namespace mot

namespace mot::edit {

/// A file as an edit leaves it.
struct EditedFile {
  std::filesystem::path path;
  std::string name;  ///< as people know it
  std::string before;
  std::string after;
};

/// How files are called in what is said of them: as from where the program runs, or as in the workspace.
enum class FileNames : std::uint8_t { from_here, in_workspace };

/// Reads a workspace from the disk, and again with each change in place of what is there.
class Draft {
 public:
  explicit Draft(const Inputs& inputs, FileNames names = FileNames::from_here);
  ~Draft();

  /// The workspace with all changes so far. A file's number among the sources stays the same.
  const Loaded& loaded() const { return loaded_; }
  const Workspace& workspace() const { return loaded_.workspace; }
  /// A file of it, to be changed; sound or not.
  YamlText text_of(std::uint32_t file) const;

  /// Gives files another text. Throws Refused where the workspace has an error of form or links then that it had not before: nothing is
  /// changed then.
  void change(const std::map<std::uint32_t, std::string>& texts);
  void change(std::uint32_t file, std::string text) { change({{file, std::move(text)}}); }

  /// The files that are to say something else than they do on the disk, in their order.
  std::vector<EditedFile> edited_files() const;

 private:
  std::string name_of(const Loaded& loaded, std::uint32_t file) const;

  Inputs inputs_;
  FileNames names_;
  std::unique_ptr<OverlayFiles> overlay_;
  Loaded loaded_;
  std::map<std::uint32_t, std::string> before_;
};

}  // namespace mot::edit
