/**
 * criterion's own times. The form `bencher` has whole nanoseconds only: 1.0 and 1.45 are both 1. criterion's own files
 * have the same medians in full; where they are not there for each line (a program with a place or a
 * measurement of its own), what was printed counts. Without a pipeline, because sh would lose its status.
 */

/** Shell, once, before `withItsTimes`. */
export const itsTimes = `in_full() {
  : >"$FLAMEGATE_BIN/exact"
  find "$FLAMEGATE_BIN/criterion" -path '*/new/estimates.json' >"$FLAMEGATE_BIN/estimates" 2>/dev/null || :
  while IFS= read -r of; do
    name=$(sed -n 's/.*"title":"\\([^"\\]*\\)".*/\\1/p' "\${of%estimates.json}benchmark.json")
    time=$(sed -n 's/.*"median":{"confidence_interval":{[^}]*},"point_estimate":\\([0-9.]*\\),.*/\\1/p' "$of")
    [ -z "$name" ] || [ -z "$time" ] || printf 'test %s ... bench: %s ns/iter\\n' "$name" "$time" >>"$FLAMEGATE_BIN/exact"
  done <"$FLAMEGATE_BIN/estimates"
  printed=$(grep -c ' [.][.][.] bench: .* ns/iter' "$FLAMEGATE_BIN/printed" || :)
  exact=$(grep -c . "$FLAMEGATE_BIN/exact" || :)
  if [ "$printed" = "$exact" ]; then cat "$FLAMEGATE_BIN/exact"; else cat "$FLAMEGATE_BIN/printed"; fi
}`;

/** Shell: a command that runs criterion with `--output-format bencher`, and prints its times in full. */
export const withItsTimes = (command: string): string => `rm -rf "$FLAMEGATE_BIN/criterion"
export CRITERION_HOME="$FLAMEGATE_BIN/criterion"
${command} >"$FLAMEGATE_BIN/printed" || { status=$?; cat "$FLAMEGATE_BIN/printed"; exit $status; }
in_full`;
