# What must hold before a commit, and before a landing.

check_format() { cargo fmt --check; }
check_clippy() { cargo clippy --all-targets --quiet -- -D warnings; }
check_clippy_browser() {
  cargo clippy --lib --quiet --no-default-features --features hydrate --target wasm32-unknown-unknown -- -D warnings
}
unit_tests() { cargo test --lib --quiet; }
whole_program_tests() { cargo test --test whole --quiet; }

dev_check() {
  local began=$SECONDS
  step "format" check_format
  step "clippy" check_clippy
  step "unit tests and feature stories" unit_tests
  say "checked in $((SECONDS - began)) s"
}

dev_test() {
  local began=$SECONDS
  dev_setup
  step "format" check_format
  step "build the server" build_server
  step "unit tests and feature stories" unit_tests
  step "clippy, server" check_clippy
  step "clippy, browser" check_clippy_browser
  step "build the site for release" build_site_release
  step "whole-program tests and budgets" whole_program_tests
  step "journeys in Chromium, four of their six ways" journeys_of_a_landing
  say "all green in $((SECONDS - began)) s"
}
