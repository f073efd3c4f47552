#include "mot/draw/image_pixels.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "mot/draw/image_decoding.h"

namespace mot {
namespace {

constexpr double pixels_a_point_in_print = 300.0 / 72;
constexpr std::array<int, 4> shifts = {24, 16, 8, 0};

/// A part of some pixels.
struct PixelArea {
  double left = 0;
  double top = 0;
  double width = 0;
  double height = 0;
};

/// The middle of the pixels, as wide for its height as the box.
PixelArea middle_of(const Pixels& pixels, const Box& box) {
  const auto width = static_cast<double>(pixels.width), height = static_cast<double>(pixels.height);
  const double wide = std::min(width, height * box.width / box.height), high = std::min(height, width * box.height / box.width);
  return {(width - wide) / 2, (height - high) / 2, wide, high};
}

/// The mean of the pixels that a span of rows and columns covers, each as far as it does.
std::uint32_t mean_of(const Pixels& pixels, const PixelArea& part) {
  std::array<double, 4> sums{};
  double weights = 0;
  const auto last_row = std::min(pixels.height - 1, static_cast<std::size_t>(std::ceil(part.top + part.height)) - 1);
  const auto last_column = std::min(pixels.width - 1, static_cast<std::size_t>(std::ceil(part.left + part.width)) - 1);
  const auto covered = [](std::size_t pixel, double begin, double length) {
    const auto at = static_cast<double>(pixel);
    return std::min(at + 1, begin + length) - std::max(at, begin);
  };
  for (auto y = static_cast<std::size_t>(part.top); y <= last_row; ++y) {
    for (auto x = static_cast<std::size_t>(part.left); x <= last_column; ++x) {
      const double weight = covered(y, part.top, part.height) * covered(x, part.left, part.width);
      weights += weight;
      for (std::size_t i = 0; i < shifts.size(); ++i) sums[i] += weight * (pixels.values[y * pixels.width + x] >> shifts[i] & 0xff);
    }
  }
  std::uint32_t mean = 0;
  for (std::size_t i = 0; i < shifts.size(); ++i) mean |= static_cast<std::uint32_t>(std::lround(sums[i] / weights)) << shifts[i];
  return mean;
}

Pixels resized(const Pixels& pixels, const PixelArea& part, std::size_t width, std::size_t height) {
  Pixels small{width, height, std::vector<std::uint32_t>(width * height)};
  const double across = part.width / static_cast<double>(width), down = part.height / static_cast<double>(height);
  for (std::size_t y = 0; y < height; ++y) {
    for (std::size_t x = 0; x < width; ++x)
      small.values[y * width + x] =
          mean_of(pixels, {part.left + static_cast<double>(x) * across, part.top + static_cast<double>(y) * down, across, down});
  }
  return small;
}

/// Clear outside the largest circle; its edge is soft by a pixel.
void cut_to_circle(Pixels& pixels) {
  const double radius = static_cast<double>(std::min(pixels.width, pixels.height)) / 2;
  for (std::size_t i = 0; i < pixels.values.size(); ++i) {
    const double x = static_cast<double>(i % pixels.width) + 0.5 - static_cast<double>(pixels.width) / 2;
    const double y = static_cast<double>(i / pixels.width) + 0.5 - static_cast<double>(pixels.height) / 2;
    const double share = std::clamp(radius - std::hypot(x, y) + 0.5, 0.0, 1.0);
    std::uint32_t cut = 0;
    for (const int shift : shifts) cut |= static_cast<std::uint32_t>(std::lround(share * (pixels.values[i] >> shift & 0xff))) << shift;
    pixels.values[i] = cut;
  }
}

std::size_t pixels_across(double points, double pixels_a_point, double there_are) {
  return static_cast<std::size_t>(std::max(1.0, std::round(std::min(points * pixels_a_point, there_are))));
}

}  // namespace

Pixels pixels_of(const Image& image, double pixels_a_point) {
  if (image.box.width <= 0 || image.box.height <= 0) return {};
  const auto least = static_cast<std::size_t>(std::ceil(std::min(image.box.width, image.box.height) * pixels_a_point));
  const Pixels all = decoded_image(image.bytes, least);
  if (all.values.empty()) return {};
  const PixelArea part = middle_of(all, image.box);
  Pixels seen = resized(all, part, pixels_across(image.box.width, pixels_a_point, part.width),
                        pixels_across(image.box.height, pixels_a_point, part.height));
  if (image.shape == ImageShape::circle) cut_to_circle(seen);
  return seen;
}

std::string png_of(const Image& image) {
  const Pixels pixels = pixels_of(image, pixels_a_point_in_print);
  return pixels.values.empty() ? "" : png_file(pixels);
}

}  // namespace mot
