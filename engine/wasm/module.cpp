// Nothing but the functions of the API, which the linker takes from its library by name (see CMakeLists.txt).
#include "engine/wasm/api.hpp"
