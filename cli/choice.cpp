#include "cli/choice.hpp"

#include <charconv>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/usage_error.hpp"

namespace napkin::cli {

CLI::Option* add_choice(CLI::App& command, const std::string& names, std::string& value,
                        const std::vector<std::string>& words, const std::string& help) {
  const auto refusal = [words](const std::string& word) -> std::string {
    for (const std::string& known : words)
      if (known == word) return {};
    const std::string hint = did_you_mean(word, words);
    if (!hint.empty()) return fmt::format("'{}' is not known{}", word, hint);
    return fmt::format("'{}' is not known; expected one of: {}", word, fmt::join(words, ", "));
  };
  return command.add_option(names, value, help)->check(refusal)->type_name(fmt::format("{}", fmt::join(words, "|")));
}

CLI::Validator whole_number(int lowest, int highest) {
  return CLI::Validator(
      [lowest, highest](std::string& text) -> std::string {
        int value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        const bool whole = error == std::errc() && end == text.data() + text.size();
        if (whole && value >= lowest && value <= highest) return {};
        return fmt::format("'{}' is no whole number from {} to {}", text, lowest, highest);
      },
      "");
}

}  // namespace napkin::cli
