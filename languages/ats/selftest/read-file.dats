#include "share/atspre_staload.hats"
staload "libats/libc/SATS/stdio.sats"

fun copy (file: FILEref): void = let
  val c = fgetc0 (file)
in
  if c >= 0 then let
    val _ = fputc0_int (c, stdout_ref)
  in
    copy (file)
  end
end

implement main0 () = let
  val file = fopen_ref_exn ("test.txt", file_mode_r)
in
  copy (file);
  fclose0_exn (file)
end
