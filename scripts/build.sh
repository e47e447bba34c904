# Building, and keeping what is built where the next step finds it.

# cargo-leptos adds `--cfg erase_components` itself and reads its settings from Cargo.toml.
build_site_debug() { rm -rf target/site; cargo leptos build --frontend-only --split; }
build_server() { cargo build --bin smart-kampung; }

# The release site is built into a clean folder: names carry hashes, and the server takes what it finds.
build_site_release() {
  rm -rf target/site
  if [ -e "$(small_sysroot)/lib" ]; then
    RUSTC_BOOTSTRAP=1 CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="--sysroot $(small_sysroot) $SMALL_FLAGS -Zfmt-debug=none -Zlocation-detail=none" \
      cargo leptos build --frontend-only --release --split --precompress
  else
    cargo leptos build --frontend-only --release --split --precompress
  fi
}

dev_watch() {
  step "set up" dev_setup
  exec cargo leptos watch --split -- serve --demo "$@"
}

dev_serve() {
  dev_setup
  long "build the site" "3 min the first time" build_site_debug
  long "build the server" "8 min the first time" build_server
  exec "$CARGO_TARGET_DIR/debug/smart-kampung" serve --demo "$@"
}

dev_release() {
  dev_setup
  long "build the site for release" "3 min the first time" build_site_release
  long "build the server for release" "10 min the first time" cargo build --release --bin smart-kampung
  say "$CARGO_TARGET_DIR/release/smart-kampung and target/site"
}
