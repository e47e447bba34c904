# From a bare machine to one that can build and test. Every part looks first whether its work is
# done, so a second run costs a moment and needs no network.

dev_setup() {
  local began=$SECONDS
  mkdir -p "$CACHE/bin" "$CACHE/toolchain/bin"
  setup_packages
  setup_rust
  setup_small_std
  setup_cargo_tools
  setup_node
  say "ready ($((SECONDS - began)) s)"
}

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }
have() { command -v "$1" >/dev/null 2>&1; }

# ---- system packages: a C compiler for SQLite, PostgreSQL and Chromium for the tests ----
setup_packages() {
  local missing=()
  have cc || missing+=(gcc libc6-dev)
  have curl || missing+=(curl ca-certificates)
  have xz || missing+=(xz-utils)
  have git || missing+=(git)
  have chromium || have google-chrome || missing+=(chromium fonts-liberation)
  postgres_bin >/dev/null || missing+=(postgresql)
  have pdftotext || missing+=(poppler-utils)
  have node || missing+=(nodejs npm)
  have setpriv || missing+=(util-linux)
  have strace || missing+=(strace)        # the durability test watches and breaks the disk with it
  [ ${#missing[@]} = 0 ] && return
  have apt-get || die "please install: ${missing[*]}"
  long "install ${missing[*]}" "1 to 3 min" apt_install "${missing[@]}"
}
apt_install() {
  as_root apt-get update -q
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@"
}
# The folder of initdb and postgres; Debian keeps them off the PATH.
postgres_bin() {
  local folder
  for folder in /usr/lib/postgresql/*/bin; do
    [ -x "$folder/initdb" ] && { printf '%s\n' "$folder"; return; }
  done
  have initdb && have postgres && dirname "$(command -v initdb)"
}

# ---- one Rust toolchain that builds for the server and for the browser ----
setup_rust() {
  if rust_is_ready; then return; fi
  if have rustup && rustup toolchain install "$RUST_VERSION" --profile minimal \
      -c clippy -c rustfmt -c rust-src -t wasm32-unknown-unknown >"$CACHE/rustup.log" 2>&1; then
    link_toolchain "$(dirname "$(rustup which --toolchain "$RUST_VERSION" rustc)")"
  elif have apt-get; then
    say "rustup cannot fetch Rust $RUST_VERSION here; taking Debian's packages"
    long "install Debian's Rust for the browser" "1 min" apt_install \
      rustc-web cargo-web rust-web-src rust-web-llvm rust-web-clippy rustfmt-web lld-22 gcc libc6-dev
    link_toolchain /usr/bin
    wasm_std_present || long "build the standard library for wasm32" "1 min" build_wasm_std
  else
    die "please install Rust $RUST_VERSION with rustup (https://rustup.rs)"
  fi
  rust_is_ready || die "the Rust toolchain is not $RUST_VERSION with wasm32-unknown-unknown, clippy and rustfmt"
}
link_toolchain() {
  local tool
  for tool in cargo rustc rustdoc rustfmt cargo-fmt cargo-clippy clippy-driver; do
    ln -sfn "$1/$tool" "$CACHE/toolchain/bin/$tool"
  done
}
wasm_std_present() {
  compgen -G "$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown/lib/libstd-*.rlib" >/dev/null
}
rust_is_ready() {
  [ -x "$CACHE/toolchain/bin/cargo-clippy" ] && [ -x "$CACHE/toolchain/bin/rustfmt" ] &&
    [ "$(rustc --version 2>/dev/null | cut -d' ' -f2)" = "$RUST_VERSION" ] && wasm_std_present
}
empty_crate() {
  mkdir "$1/src"
  : >"$1/src/lib.rs"
  printf '[package]\nname = "empty"\nversion = "0.0.0"\nedition = "2024"\n[lib]\ncrate-type = ["cdylib"]\n' >"$1/Cargo.toml"
}
# Debian ships the sources of std but not std for the browser.
build_wasm_std() {
  local work
  work=$(mktemp -d)
  empty_crate "$work"
  (cd "$work" && env -u CARGO_TARGET_DIR RUSTC_BOOTSTRAP=1 cargo build --release \
    --target wasm32-unknown-unknown -Zbuild-std=std,panic_abort)
  rm -f "$work"/target/wasm32-unknown-unknown/release/deps/libempty*
  local sysroot
  sysroot=$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown/lib
  as_root mkdir -p "$sysroot"
  as_root cp "$work"/target/wasm32-unknown-unknown/release/deps/*.rlib "$sysroot/"
  rm -rf "$work"
}

# ---- cargo-leptos and wasm-bindgen, from the crate registry unless a verified copy is at hand ----
setup_cargo_tools() {
  if [ "$(cargo-leptos --version 2>/dev/null)" != "cargo-leptos $CARGO_LEPTOS_VERSION" ]; then
    prebuilt "cargo-leptos-$CARGO_LEPTOS_VERSION" cargo-leptos ||
      CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_OPT_LEVEL=1 \
        long "build cargo-leptos $CARGO_LEPTOS_VERSION" "15 min" \
        cargo_tool cargo-leptos "$CARGO_LEPTOS_VERSION" --features no_downloads
  fi
  if [ "$(wasm-bindgen --version 2>/dev/null)" != "wasm-bindgen $WASM_BINDGEN_VERSION" ]; then
    prebuilt "wasm-bindgen-$WASM_BINDGEN_VERSION" wasm-bindgen ||
      long "build wasm-bindgen $WASM_BINDGEN_VERSION" "3 min" \
        cargo_tool wasm-bindgen-cli "$WASM_BINDGEN_VERSION"
  fi
}
# cargo_tool CRATE VERSION...: with the libraries that its makers locked, or, where a registry has not all
# of those any more or yet, with their compatible ones.
cargo_tool() {
  local tool=("$1" --version "$2" --root "$CACHE" --force "${@:3}")
  cargo install --locked "${tool[@]}" || cargo install "${tool[@]}"
}
# prebuilt FILE NAME: unpacks KAMPUNG_TOOLS/FILE.xz when its hash is the listed one. Only saves time.
prebuilt() {
  local folder=${KAMPUNG_TOOLS:-../shared/tools}
  [ -f "$folder/$1.xz" ] && [ -f "$folder/SHA256SUMS" ] || return 1
  (cd "$folder" && grep " [ *]\?$1.xz\$" SHA256SUMS | sha256sum --check --status) || return 1
  xz -dc "$folder/$1.xz" >"$CACHE/bin/$2.new" && chmod +x "$CACHE/bin/$2.new"
  "$CACHE/bin/$2.new" --version >/dev/null 2>&1 || { rm -f "$CACHE/bin/$2.new"; return 1; }
  mv "$CACHE/bin/$2.new" "$CACHE/bin/$2"
  say "took the verified copy of $1"
}

# ---- Node's tools: Tailwind, wasm-opt, Playwright, axe ----
# Not `npm ci`: it refuses a lock file that lacks the optional packages of other platforms, and a
# registry mirror need not have those. `npm install` takes the same pinned versions.
setup_node() {
  if [ "$(node_major)" -lt "$NODE_MAJOR" ]; then
    long "install Node $NODE_MAJOR" "20 s" npm install --global --prefix "$CACHE" "node@$NODE_MAJOR"
    hash -r
  fi
  if ! cmp -s package-lock.json node_modules/.installed-from; then
    long "install the packages of package-lock.json" "20 s" npm install --no-save --no-audit --no-fund
    cp package-lock.json node_modules/.installed-from
  fi
  node_tools_are_ready || die "not Tailwind $TAILWIND_VERSION and wasm-opt $WASM_OPT_VERSION: remove node_modules, then set up again"
}
# Tailwind says its version above its help alone, and colours it wherever CI is set.
node_tools_are_ready() {
  [ "$(NO_COLOR=1 tailwindcss --help 2>/dev/null | sed -n 's/.*tailwindcss v//p')" = "$TAILWIND_VERSION" ] &&
    [ "$(wasm-opt --version 2>/dev/null | cut -d' ' -f3)" = "$WASM_OPT_VERSION" ]
}
node_major() { node --version 2>/dev/null | sed 's/^v//; s/\..*//' | grep . || printf 0; }

# ---- a standard library for size: 20 KB less in the release bundle ----
# Panics abort at once and carry no text; its host part is the toolchain's own, by links.
SMALL_FLAGS="-Zunstable-options -Cpanic=immediate-abort"
small_sysroot() { printf '%s\n' "$CACHE/small-std-$RUST_VERSION"; }
setup_small_std() {
  [ -e "$(small_sysroot)/lib" ] && return
  [ -d "$(rustc --print sysroot)/lib/rustlib/src/rust/library" ] || return 0   # the stock one serves too
  long "build the standard library for size" "1 min" build_small_std
}
build_small_std() {
  local work sysroot part
  work=$(mktemp -d)
  empty_crate "$work"
  printf '[profile.release]\nopt-level = "z"\ncodegen-units = 1\nlto = "fat"\n' >>"$work/Cargo.toml"
  (cd "$work" && env -u CARGO_TARGET_DIR RUSTC_BOOTSTRAP=1 RUSTFLAGS="$SMALL_FLAGS -Cembed-bitcode=yes" \
    cargo build --release --target wasm32-unknown-unknown -Zbuild-std=std,panic_abort -Zbuild-std-features=optimize_for_size)
  rm -f "$work"/target/wasm32-unknown-unknown/release/deps/libempty*
  sysroot=$(rustc --print sysroot)
  mkdir -p "$work/small/lib/rustlib/wasm32-unknown-unknown/lib"
  for part in "$sysroot"/lib/rustlib/*; do
    [ "$(basename "$part")" = wasm32-unknown-unknown ] || ln -s "$part" "$work/small/lib/rustlib/"
  done
  cp "$work"/target/wasm32-unknown-unknown/release/deps/*.rlib "$work/small/lib/rustlib/wasm32-unknown-unknown/lib/"
  mv "$work/small" "$(small_sysroot)"
  rm -rf "$work"
}
