// What colours look like to those who lack a kind of cone, and how far apart two of them are.
#pragma once

#include <array>
#include <cmath>
#include <string_view>

#include "mot/picture/scene.h"

namespace mot::testing {

using Matrix = std::array<std::array<double, 3>, 3>;

/// On linear RGB. Machado, Oliveira and Fernandes, A Physiologically-based Model for Simulation of Color Vision Deficiency, IEEE TVCG
/// 15(6), 2009: table of matrices, severity 1.0.
struct Vision {
  std::string_view name;
  Matrix matrix;
};

inline constexpr Vision normal_vision = {"normal", {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}}};
inline constexpr Vision protanopia = {
    "protanopia", {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}}};
inline constexpr Vision deuteranopia = {
    "deuteranopia", {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}}};
inline constexpr Vision tritanopia = {
    "tritanopia", {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}}};
inline constexpr Vision visions[] = {normal_vision, protanopia, deuteranopia, tritanopia};

inline std::array<double, 3> product(const Matrix& matrix, const std::array<double, 3>& vector) {
  std::array<double, 3> out{};
  for (std::size_t row = 0; row < 3; ++row)
    for (std::size_t column = 0; column < 3; ++column) out[row] += matrix[row][column] * vector[column];
  return out;
}

/// CIELAB under D65 (CIE 15) of what is seen; what leaves the gamut is clipped.
inline std::array<double, 3> lab_of(Colour colour, const Vision& vision) {
  std::array<double, 3> linear{};
  for (std::size_t i = 0; i < 3; ++i) {
    const double value = static_cast<double>((colour.rgb >> (16 - 8 * i)) & 0xff) / 255;
    linear[i] = value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  }
  linear = product(vision.matrix, linear);
  for (double& value : linear) value = std::min(1.0, std::max(0.0, value));
  constexpr Matrix to_xyz = {{{0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041}}};
  constexpr std::array<double, 3> white = {0.95047, 1, 1.08883};
  std::array<double, 3> f = product(to_xyz, linear);
  for (std::size_t i = 0; i < 3; ++i) {
    const double t = f[i] / white[i];
    f[i] = t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116;
  }
  return {116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])};
}

/// CIE 1976 colour difference.
inline double difference(Colour one, Colour other, const Vision& vision) {
  const auto a = lab_of(one, vision), b = lab_of(other, vision);
  return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

}  // namespace mot::testing
