# The journeys: a server of its own on a free port, Chromium, three modes at two sizes.

dev_e2e() {
  [ -d target/site/pkg ] || step "build the site for release" build_site_release
  [ -x "$CARGO_TARGET_DIR/debug/smart-kampung" ] || step "build the server" build_server
  end2end/run "$@"
}
