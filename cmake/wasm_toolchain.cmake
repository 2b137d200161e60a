# Clang 14 for WebAssembly with WASI's C library and LLVM's C++ library, as Debian packages them (scripts/setup wasm).
set(NAPKIN_WASM ON)
set(CMAKE_SYSTEM_NAME Generic)  # CMake has no platform WASI
set(CMAKE_SYSTEM_PROCESSOR wasm32)
set(CMAKE_CXX_COMPILER clang++-14)
set(CMAKE_CXX_COMPILER_TARGET wasm32-wasi)
find_program(CMAKE_AR llvm-ar-14 REQUIRED)
find_program(CMAKE_RANLIB llvm-ranlib-14 REQUIRED)
# A program would need an entry point, which the module has not.
set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY)
# WASI has no exceptions, and the engine throws none.
set(CMAKE_CXX_FLAGS_INIT "-fno-exceptions -fno-rtti")
