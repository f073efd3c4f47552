#include "mot/serve/evidence_copies.h"

#include <sys/stat.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

namespace mot::serve {
namespace {

using Json = nlohmann::json;

constexpr std::size_t largest_copy = 64u << 20;  // bytes

/// The bytes of a copy, one after another.
class CopyStream : public ByteStream {
 public:
  explicit CopyStream(std::shared_ptr<const std::string> bytes) : bytes_(std::move(bytes)) {}
  std::optional<std::size_t> read(std::span<char> buffer) override {
    const std::size_t count = bytes_->copy(buffer.data(), buffer.size(), at_);
    at_ += count;
    return count;
  }

 private:
  std::shared_ptr<const std::string> bytes_;
  std::size_t at_ = 0;
};

}  // namespace

/// Hands bytes on, and keeps them once all are read.
class EvidenceKeeper::Tee : public ByteStream {
 public:
  Tee(EvidenceKeeper& keeper, std::string path, std::unique_ptr<ByteStream> from)
      : keeper_(keeper), path_(std::move(path)), saved_(saved_at(keeper.root_ / path_)), from_(std::move(from)) {}

  std::optional<std::size_t> read(std::span<char> buffer) override {
    const auto count = from_->read(buffer);
    if (!count || is_over_) return count;
    is_too_large_ |= bytes_.size() + *count > largest_copy;
    if (is_too_large_)
      bytes_ = {};
    else
      bytes_.append(buffer.data(), *count);
    if (*count == 0) keep();
    return count;
  }

 private:
  void keep() {
    is_over_ = true;
    keeper_.keep(path_, {is_too_large_ ? nullptr : std::make_shared<const std::string>(std::move(bytes_)), saved_});
  }

  EvidenceKeeper& keeper_;
  std::string path_;
  std::int64_t saved_;
  std::unique_ptr<ByteStream> from_;
  std::string bytes_;
  bool is_too_large_ = false;
  bool is_over_ = false;
};

bool is_same(const EvidenceCopy& one, const EvidenceCopy& other) {
  if (!one.bytes || !other.bytes) return !one.bytes && !other.bytes && one.saved == other.saved;
  return one.bytes == other.bytes || *one.bytes == *other.bytes;
}

std::int64_t saved_at(const std::filesystem::path& path) {
  struct stat status = {};
  if (::stat(path.c_str(), &status) != 0) return 0;
  return static_cast<std::int64_t>(status.st_mtim.tv_sec) * 1000 + status.st_mtim.tv_nsec / 1'000'000;
}

OpenedFile EvidenceKeeper::open(const std::string& path) {
  if (const auto copy = instead_.find(path); copy != instead_.end() && copy->second.bytes) {
    keep(path, copy->second);
    return {std::make_unique<CopyStream>(copy->second.bytes), {}};
  }
  OpenedFile opened = below_(path);
  if (opened.bytes) opened.bytes = std::make_unique<Tee>(*this, path, std::move(opened.bytes));
  return opened;
}

void EvidenceKeeper::keep(const std::string& path, EvidenceCopy copy) {
  const std::lock_guard lock(mutex_);
  copies_[path] = std::move(copy);
}

std::string packed(const EvidenceCopies& copies) {
  Json heads = Json::array();
  std::string bytes;
  for (const auto& [path, copy] : copies) {
    heads.push_back({path, copy.saved, copy.bytes ? Json(copy.bytes->size()) : Json()});
    if (copy.bytes) bytes += *copy.bytes;
  }
  return heads.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n" + bytes;
}

EvidenceCopies unpacked_copies(std::string_view text) {
  const std::size_t head = text.find('\n');
  std::size_t at = head + 1;
  EvidenceCopies copies;
  for (const Json& of : Json::parse(text.substr(0, head))) {
    EvidenceCopy& copy = copies[of[0].get<std::string>()];
    copy.saved = of[1];
    if (of[2].is_null()) continue;
    copy.bytes = std::make_shared<const std::string>(text.substr(at, of[2].get<std::size_t>()));
    at += copy.bytes->size();
  }
  return copies;
}

}  // namespace mot::serve
