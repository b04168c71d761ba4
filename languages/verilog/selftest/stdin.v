module main;
  integer a, b, read, character;

  initial begin
    read = $fscanf(32'h8000_0000, "%d %d\n", a, b);
    $display("%0d", a + b);
    character = $fgetc(32'h8000_0000);
    while (character >= 0) begin
      $write("%c", character);
      character = $fgetc(32'h8000_0000);
    end
    $finish(0);
  end
endmodule
