# The built web folders inside the binary, as the library edge/assets behind server/edge/http/assets.h. Made anew when a
# built file changes. Without the built folders only what links this library stops, with a message that says so.

find_program(PARLOR_NODE node HINTS "${CMAKE_SOURCE_DIR}/.toolchain/node_modules/.bin" NO_DEFAULT_PATH)

function(parlor_embed_assets name)
  parlor_target_name(target ${name})
  set(script "${CMAKE_SOURCE_DIR}/cmake/embed-assets.mjs")
  set(output "${CMAKE_BINARY_DIR}/assets")
  set(command ${PARLOR_NODE} ${script})
  if(NOT PARLOR_NODE)
    set(command ${CMAKE_COMMAND} -E false "there is no Node in .toolchain: run bin/setup first")
  endif()
  add_custom_command(
    OUTPUT "${output}/assets.S" "${output}/assets.cc"
    COMMAND ${command} "${CMAKE_SOURCE_DIR}/web" "${output}"
    DEPENDS "${script}"
    DEPFILE "${output}/assets.d"
    COMMENT "Embedding the web"
    VERBATIM)
  add_library(${target} STATIC EXCLUDE_FROM_ALL "${output}/assets.S" "${output}/assets.cc")
  parlor_compile(${target})
endfunction()
