# Saying what happens and how long it took.

say() { printf '\033[1m==> %s\033[0m\n' "$*"; }
die() { printf '\033[31m%s\033[0m\n' "$*" >&2; exit 1; }

# step "what it does" command...: says it, runs it, says how long it took; stops at the first failure.
step() {
  local what=$1 began=$SECONDS
  shift
  say "$what"
  "$@" || die "failed: $what"
  printf '    %s: %d s\n' "$what" $((SECONDS - began))
}

# long "what" "how long it takes" command...: output goes to a log, a dot every 10 s.
long() {
  local what=$1 takes=$2 began=$SECONDS log
  shift 2
  mkdir -p "$CACHE/log"
  log="$CACHE/log/$(printf '%s' "$what" | tr -c 'a-zA-Z0-9' '-').log"
  say "$what (usually $takes; log: $log)"
  "$@" >"$log" 2>&1 &
  local pid=$!
  while kill -0 "$pid" 2>/dev/null; do
    sleep 1
    [ $(((SECONDS - began) % 10)) = 9 ] && printf '.'
  done
  wait "$pid" || { printf '\n'; tail -n 40 "$log"; die "failed: $what"; }
  printf '\n    %s: %d s\n' "$what" $((SECONDS - began))
}
