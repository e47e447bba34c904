# The journeys: a server of its own on a free port, Chromium, three modes at two sizes.

dev_e2e() {
  [ -d target/site/pkg ] || step "build the site for release" build_site_release
  [ -x "$CARGO_TARGET_DIR/debug/smart-kampung" ] || step "build the server" build_server
  end2end/run "$@"
}

# A landing walks each journey alive at both sizes, and once in each of the other modes: the four ways hold
# every mode and every size. `./dev e2e` walks all six.
journeys_of_a_landing() {
  end2end/run --project="hidup hp" --project="hidup pc" --project="hemat pc" --project="mati hp"
}
