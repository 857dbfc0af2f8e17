# Asks the ring rule about NAME and DEPENDENCY: fails as a configuration would, or says that it agreed.
cmake_minimum_required(VERSION 3.25)
list(APPEND CMAKE_MODULE_PATH "${CMAKE_CURRENT_LIST_DIR}/..")
include(rings)
parlor_check_ring(${NAME} ${DEPENDENCY})
message(STATUS "agreed: ${DEPENDENCY}")
