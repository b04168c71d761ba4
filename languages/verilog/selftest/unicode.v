module main;
  integer character;

  initial begin
    $display("äöü ∀ 日本 🎉");
    character = $fgetc(32'h8000_0000);
    while (character >= 0) begin
      $write("%c", character);
      character = $fgetc(32'h8000_0000);
    end
    $finish(0);
  end
endmodule
