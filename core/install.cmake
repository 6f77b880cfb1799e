# find_package(roi) then gives roi::core, the model, and roi::json, its calls; core/examples uses both.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(headers ${CMAKE_INSTALL_INCLUDEDIR}/roi-calculator)
set(package ${CMAKE_INSTALL_LIBDIR}/cmake/roi)

install(TARGETS roi_core roi_json EXPORT roi)
install(TARGETS roi)
install(DIRECTORY include/roi DESTINATION ${headers})
install(FILES ${generated}/roi/error_code.h DESTINATION ${headers}/roi)
install(FILES json/api.h ${generated}/json/calls.h ${generated}/json/evidence_calls.h
  DESTINATION ${headers}/json)
install(EXPORT roi NAMESPACE roi:: FILE roiConfig.cmake DESTINATION ${package})
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/roiConfigVersion.cmake
  COMPATIBILITY SameMajorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/roiConfigVersion.cmake DESTINATION ${package})
