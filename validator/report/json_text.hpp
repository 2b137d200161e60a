// JSON's scalars as the engine writes them, for the reports.
#pragma once

#include "engine/text/json_text.hpp"

namespace napkin::validator {

using engine::append_json_number;
using engine::append_json_string;
using engine::append_json_text_or_null;

}  // namespace napkin::validator
