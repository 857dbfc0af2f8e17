# PARLOR_SANITIZE: empty, `address` (with undefined behaviour) or `thread`. PARLOR_FUZZ adds the fuzz targets.

set(PARLOR_SANITIZE "" CACHE STRING "empty, address or thread")
option(PARLOR_FUZZ "build the libFuzzer targets" OFF)

if(PARLOR_SANITIZE STREQUAL "address")
  # Coverage for the fuzz targets rides along, so that one instrumented build serves both.
  set(flags -fsanitize=address,undefined -fno-sanitize-recover=all)
  if(PARLOR_FUZZ)
    list(APPEND flags -fsanitize=fuzzer-no-link)
  endif()
elseif(PARLOR_SANITIZE STREQUAL "thread")
  set(flags -fsanitize=thread)
elseif(PARLOR_SANITIZE)
  message(FATAL_ERROR "PARLOR_SANITIZE is '${PARLOR_SANITIZE}'; it may be empty, address or thread.")
endif()

if(PARLOR_FUZZ AND NOT PARLOR_SANITIZE STREQUAL "address")
  message(FATAL_ERROR "Fuzz targets are built with PARLOR_SANITIZE=address.")
endif()

if(PARLOR_SANITIZE)
  # Line tables are enough for a sanitizer's report and halve the size of the build.
  add_compile_options(${flags} -gline-tables-only)
  add_link_options(${flags})
  add_compile_definitions(PARLOR_SANITIZED=1)
endif()

set(PARLOR_TEST_ENVIRONMENT
  "ASAN_OPTIONS=detect_stack_use_after_return=1:strict_string_checks=1:check_initialization_order=1"
  "UBSAN_OPTIONS=print_stacktrace=1"
  "TSAN_OPTIONS=halt_on_error=1:second_deadlock_stack=1")
