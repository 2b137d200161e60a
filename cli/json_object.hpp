// JSON as the engine writes it, for the commands.
#pragma once

#include "engine/text/json_object.hpp"
#include "validator/report/json_text.hpp"

namespace napkin::cli {

using engine::append_json_array;
using engine::json_digits;
using engine::JsonObject;

}  // namespace napkin::cli
