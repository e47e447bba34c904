# Measuring: a release build of everything, then the goals of a machine and those of a browser.

dev_bench() {
  dev_setup
  long "build the site for release" "3 min the first time" build_site_release
  long "build the server for release" "10 min the first time" cargo bench --bench house --no-run
  cargo bench --quiet --bench house
}
