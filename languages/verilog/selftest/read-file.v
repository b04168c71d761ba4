module main;
  integer file, character;

  initial begin
    file = $fopen("test.txt", "r");
    character = $fgetc(file);
    while (character >= 0) begin
      $write("%c", character);
      character = $fgetc(file);
    end
    $finish(0);
  end
endmodule
