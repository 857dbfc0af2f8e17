# Which ring may know which. The left side is the ring, the right side are the rings that it may depend on besides itself.

set(PARLOR_RINGS base domain runtime app wire edge store bus zones notify main tests bench)
set(PARLOR_RING_base)
set(PARLOR_RING_domain base)
set(PARLOR_RING_runtime base)
set(PARLOR_RING_wire base)
set(PARLOR_RING_app base domain runtime)
set(PARLOR_RING_edge base domain runtime app wire)
set(PARLOR_RING_store base domain runtime app)
set(PARLOR_RING_bus base domain runtime app)
set(PARLOR_RING_zones base domain runtime app)
set(PARLOR_RING_notify base domain runtime app)
set(PARLOR_RING_main base domain runtime app wire edge store bus zones notify)
set(PARLOR_RING_tests base domain runtime app wire edge store bus zones notify main)
set(PARLOR_RING_bench base domain runtime app wire edge store bus zones notify main)

# parlor_ring_of(out name): the ring of `ring/feature`.
function(parlor_ring_of out name)
  string(REGEX REPLACE "/.*" "" ring "${name}")
  if(NOT ring IN_LIST PARLOR_RINGS)
    message(FATAL_ERROR "'${name}' is in no ring. A name is <ring>/<feature>; the rings are: ${PARLOR_RINGS}.")
  endif()
  set(${out} ${ring} PARENT_SCOPE)
endfunction()

# parlor_check_ring(name dependency): stops the configuration when `name` may not know `dependency`.
function(parlor_check_ring name dependency)
  parlor_ring_of(ring "${name}")
  parlor_ring_of(other "${dependency}")
  if(NOT ring STREQUAL other AND NOT other IN_LIST PARLOR_RING_${ring})
    list(JOIN PARLOR_RING_${ring} ", " allowed)
    message(FATAL_ERROR
      "${name} may not depend on ${dependency}: the ring '${ring}' does not know the ring '${other}'.\n"
      "It may know: ${ring}, ${allowed}. See ARCHITECTURE.md.")
  endif()
endfunction()

# parlor_target_name(out name): `domain/conversation` is the target parlor_domain_conversation.
function(parlor_target_name out name)
  string(REGEX REPLACE "[/-]" "_" target "parlor_${name}")
  set(${out} ${target} PARENT_SCOPE)
endfunction()
