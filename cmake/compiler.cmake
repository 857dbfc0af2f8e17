# One compiler, one language level, one set of warnings for everything that we wrote.

if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang" OR CMAKE_CXX_COMPILER_VERSION VERSION_LESS 19)
  message(FATAL_ERROR
    "Parlor is built by clang 19 or later, not by ${CMAKE_CXX_COMPILER_ID} ${CMAKE_CXX_COMPILER_VERSION}.\n"
    "g++ 12 miscompiles ordinary Asio coroutines: aggregate temporaries and capturing lambdas in a co_await "
    "expression are destroyed twice.\n"
    "Use `bin/build`, or configure with `cmake --preset dev` in an empty build folder.")
endif()

set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_SCAN_FOR_MODULES OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_COLOR_DIAGNOSTICS ON)

# PARLOR_ASSERT stays on in every build, and assert() of the libraries in all but Release.
set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g -D_GLIBCXX_ASSERTIONS" CACHE STRING "" FORCE)
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -g1 -DNDEBUG -D_FORTIFY_SOURCE=2 -fstack-protector-strong" CACHE STRING "" FORCE)

add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-stdlib=libstdc++> -fno-omit-frame-pointer)
add_link_options(-stdlib=libstdc++ -fuse-ld=lld -Wl,--gc-sections -Wl,-z,relro,-z,now)

# The same source compiled in another build folder or another checkout is the same object for ccache.
find_program(PARLOR_CCACHE ccache)
if(PARLOR_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER
    env CCACHE_NOHASHDIR=1 "CCACHE_BASEDIR=${CMAKE_SOURCE_DIR}" "${PARLOR_CCACHE}")
endif()

# Two Beast translation units at once are the limit of a machine with 2 cores and little memory: every target that
# contains one puts its compiles in this pool.
set_property(GLOBAL PROPERTY JOB_POOLS parlor_heavy=2)

add_library(parlor_warnings INTERFACE)
target_compile_options(parlor_warnings INTERFACE $<$<COMPILE_LANGUAGE:CXX>:
  -Wall -Wextra -Wpedantic -Werror
  -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast
  -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align -Wcast-qual -Wnull-dereference -Wformat=2
  -Wimplicit-fallthrough -Wextra-semi -Wunused -Wundef
  -Wno-unknown-warning-option -Wno-missing-field-initializers -Wno-missing-designated-field-initializers
>)
