#include "share/atspre_staload.hats"

implement main0 (argc, argv) = let
  fun loop {n, i: nat | i <= n} (argv: !argv n, n: int n, i: int i): void =
    if i < n then (println! (argv[i]); loop (argv, n, i + 1))
in
  loop (argv, argc, 1)
end
