// Any bytes as a question template: read without a crash, every fault within the text; what is taken is drawn and
// written within bounds.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "generator/generate.hpp"
#include "generator/template_reader.hpp"

using namespace napkin;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const schema::SourceText source("t.yaml", std::string(reinterpret_cast<const char*>(data), size));
  const engine::Library& library = engine::built_in_library();
  const generator::TemplateResult result = generator::read_template(source, library);
  if (const auto* faults = std::get_if<std::vector<generator::TemplateFault>>(&result)) {
    if (faults->empty()) std::abort();
    for (const generator::TemplateFault& fault : *faults)
      if (fault.range.begin > fault.range.end || fault.range.end > size || describe(source, fault).empty())
        std::abort();
    return 0;
  }
  for (std::uint64_t seed = 0; seed < 3; ++seed)
    generator::generate_question(std::get<generator::Template>(result), library, {.seed = seed});
  return 0;
}
