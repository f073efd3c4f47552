// Comments, drawings and the targets of links lie in parts of their own, which those of a sheet name.
#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <utility>

#include "mot/evidence/sheets/number_format.h"
#include "mot/evidence/sheets/sheet_asides.h"
#include "mot/evidence/sheets/sheet_rows.h"
#include "mot/evidence/sheets/xml_events.h"
#include "mot/text/digits.h"

namespace mot::evidence {
namespace {

void append_aside(std::string& text, std::string_view part) {
  if (text.size() + part.size() <= most_aside_bytes) text.append(part);
}

/// `B7` -> 7; 0 where it names no row.
std::size_t line_in(std::string_view reference) {
  std::size_t line = 0;
  for (const char c : reference.substr(0, reference.find(':'))) {
    if (is_digit(c) && line <= most_sheet_rows) line = line * 10 + static_cast<std::size_t>(c - '0');
  }
  return line;
}

/// A part that another one names, and what it is.
struct NamedPart {
  std::string id, kind, target;
};

/// The parts that a sheet's part names.
class NamedParts : public XmlListener {
 public:
  void open(std::string_view element, const XmlAttributes& attributes) override {
    if (element != "Relationship") return;
    const std::string_view type = attributes.text("Type");
    parts.push_back(
        {std::string(attributes.text("Id")), std::string(type.substr(type.rfind('/') + 1)), std::string(attributes.text("Target"))});
  }
  std::vector<NamedPart> parts;
};

/// The sheet's own part: cells that are merged down a column, and links by their ids.
class MergedAndLinked : public XmlListener {
 public:
  struct Link {
    std::string cell, id, place;
  };
  void open(std::string_view element, const XmlAttributes& attributes) override {
    if (element == "mergeCell") merge(attributes.text("ref"));
    if (element == "hyperlink" && links.size() < most_asides)
      links.push_back({std::string(attributes.text("ref")), std::string(attributes.text("id")), std::string(attributes.text("location"))});
  }
  std::vector<MergedDown> merged;
  std::vector<Link> links;

 private:
  void merge(std::string_view cells) {
    const std::size_t colon = cells.find(':');
    if (colon == std::string_view::npos || merged.size() >= most_asides) return;
    const std::size_t first = line_in(cells), last = line_in(cells.substr(colon + 1));
    if (first > 0 && last > first) merged.push_back({column_of(cells, 0), first, last});
  }
};

/// Comments of either kind: those of old, and threads, of which each answer is one.
class Comments : public XmlListener {
 public:
  void open(std::string_view element, const XmlAttributes& attributes) override {
    is_thread_ |= element == "threadedComment";
    if (element == "comment" || element == "threadedComment") {
      const std::string_view cell = attributes.text("ref");
      found.push_back({AsideKind::comment, std::string(cell), line_in(cell), {}});
    }
    is_text_ = !found.empty() && (element == "t" || (is_thread_ && element == "text"));
  }
  void close(std::string_view) override { is_text_ = false; }
  void text(std::string_view part) override {
    if (is_text_) append_aside(found.back().text, part);
  }
  bool is_done() const override { return found.size() >= most_asides; }
  std::vector<SheetAside> found;

 private:
  bool is_text_ = false, is_thread_ = false;
};

/// Text boxes and pictures, with the cell that each begins over.
class Drawings : public XmlListener {
 public:
  void open(std::string_view element, const XmlAttributes&) override {
    if (element == "from") row_.clear(), column_.clear();
    if (element == "sp") found.push_back(at_cell(AsideKind::text_box)), is_in_box_ = true;
    if (element == "pic" || element == "graphicFrame") found.push_back(at_cell(AsideKind::picture));
    into_ = nullptr;
    if (element == "row") into_ = &row_;
    if (element == "col") into_ = &column_;
    if (element == "t" && is_in_box_) into_ = &found.back().text;
  }
  void close(std::string_view element) override {
    into_ = nullptr;
    if (element == "p" && is_in_box_) append_aside(found.back().text, "\n");
    if (element == "sp") is_in_box_ = false;
  }
  void text(std::string_view part) override {
    if (into_ != nullptr) append_aside(*into_, part);
  }
  bool is_done() const override { return found.size() >= most_asides; }
  std::vector<SheetAside> found;

 private:
  SheetAside at_cell(AsideKind kind) const {
    if (row_.empty()) return {kind, {}, 0, {}};
    const std::size_t line = line_in(row_) + 1;
    return {kind, cell_name(line_in(column_), line), line, {}};
  }

  std::string row_, column_;  ///< from zero
  std::string* into_ = nullptr;
  bool is_in_box_ = false;
};

class AsidesReader {
 public:
  AsidesReader(ZipArchive& archive, const std::string& part) : archive_(archive), part_(part) {}

  SheetAsides read() {
    MergedAndLinked own;
    read_xml(*archive_.open(part_), own);
    SheetAsides found;
    found.merged = std::move(own.merged);
    const std::vector<NamedPart> parts = named_parts();
    std::set<std::string> threads;  // of these cells a comment only says that there is a thread
    for (SheetAside& comment : in_parts<Comments>(parts, "threadedComment")) {
      threads.insert(comment.cell);
      found.asides.push_back(std::move(comment));
    }
    for (SheetAside& comment : in_parts<Comments>(parts, "comments")) {
      if (!threads.contains(comment.cell)) found.asides.push_back(std::move(comment));
    }
    for (SheetAside& drawn : in_parts<Drawings>(parts, "drawing")) {
      const bool is_mute = drawn.kind == AsideKind::text_box && drawn.text.find_first_not_of('\n') == std::string::npos;
      if (!is_mute) found.asides.push_back(std::move(drawn));
    }
    for (const auto& link : own.links) found.asides.push_back({AsideKind::link, link.cell, line_in(link.cell), target_of(link, parts)});
    return found;
  }

 private:
  std::vector<NamedPart> named_parts() {
    const std::filesystem::path part(part_);
    const std::string links = (part.parent_path() / "_rels" / (part.filename().string() + ".rels")).generic_string();
    NamedParts named;
    if (archive_.has(links)) read_xml(*archive_.open(links), named);
    return std::move(named.parts);
  }

  template <class Listener>
  std::vector<SheetAside> in_parts(const std::vector<NamedPart>& parts, std::string_view kind) {
    std::vector<SheetAside> all;
    for (const NamedPart& named : parts) {
      if (named.kind != kind) continue;
      const auto folder = std::filesystem::path(part_).parent_path();
      const std::string name =
          named.target.starts_with('/') ? named.target.substr(1) : (folder / named.target).lexically_normal().generic_string();
      if (!archive_.has(name)) continue;
      Listener listener;
      read_xml(*archive_.open(name), listener);
      all.insert(all.end(), listener.found.begin(), listener.found.end());
    }
    return all;
  }

  static std::string target_of(const MergedAndLinked::Link& link, const std::vector<NamedPart>& parts) {
    const auto named = std::ranges::find(parts, link.id, &NamedPart::id);
    const std::string target = named == parts.end() || link.id.empty() ? std::string() : named->target;
    return link.place.empty() ? target : target + "#" + link.place;
  }

  ZipArchive& archive_;
  const std::string& part_;
};

}  // namespace

SheetAsides xlsx_asides(ZipArchive& archive, const std::string& part) {
  return AsidesReader(archive, part).read();
}

}  // namespace mot::evidence
