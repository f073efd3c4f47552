// Pictures as PDF: one page as large as the picture, or sheets of paper.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "mot/picture/scene.h"

namespace mot {

/// `pages` without any is one page with the whole scene. The date, in seconds since 1970, is the one the file says it was made at.
std::string pdf_of(const Scene& scene, std::span<const Page> pages, std::int64_t date);

}  // namespace mot
