// What many draws of a template show: faults, variety, the cases reached, how evenly the answer is placed.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "generator/generate.hpp"

namespace napkin::generator {

struct TemplateReport {
  std::string id;
  std::size_t seeds = 0;
  std::vector<GenerationFault> faults;        // one of each place in the template, at most ten
  std::size_t fault_count = 0;                // of all seeds
  std::size_t distinct = 0;                   // parameter sets among the seeds
  std::size_t near_duplicates = 0;            // scenarios that nearly repeat an earlier one, as rule D401 sees it
  std::map<std::string, std::size_t> cases;   // how often each was drawn; those never drawn with 0
  std::vector<std::size_t> places_of_answer;  // four; empty without options
  Workload least, most;                       // over the seeds; the closest decision of all stands in `least`
  double attempts = 0;                        // mean number of draws until the requirements were met
};

/// Generates and proves `seeds` questions from the base seed on.
TemplateReport check_template(const Template& source, const engine::Library& library, std::uint64_t base_seed,
                              std::size_t seeds);

}  // namespace napkin::generator
