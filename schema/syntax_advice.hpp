// yaml-cpp's errors in the words of somebody who has to mend the file.
#pragma once

#include "schema/common_form.hpp"

namespace napkin::schema {

/// Takes yaml-cpp's message and place, and the first place that is not common form: yaml-cpp often notices a line or a
/// file later. Gives what was found, what to do, and the place to look at.
YamlError explain_syntax_error(std::string_view bytes, const YamlError& error, const Declined& declined);

}  // namespace napkin::schema
