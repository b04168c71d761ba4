module main;
  reg [8*100:1] name;
  integer length;

  initial begin
    $write("Name? ");
    $fflush;
    length = $fgets(name, 32'h8000_0000);
    $write("Hello, %0s", name);
    $finish(0);
  end
endmodule
