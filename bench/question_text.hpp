// The question that the micro-benchmarks work on: bench/question.yaml.
#pragma once

#include <fstream>
#include <iterator>
#include <string>

inline const std::string& question_text() {
  static const std::string text = [] {
    std::ifstream stream(NAPKIN_SOURCE_DIR "/bench/question.yaml", std::ios::binary);
    return std::string{std::istreambuf_iterator<char>(stream), {}};
  }();
  return text;
}
