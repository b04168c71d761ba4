module main;
  reg clock = 0;
  reg [3:0] count = 0;

  always #5 clock = ~clock;
  always @(posedge clock) count <= count + 1;

  initial begin
    $display("Hello, World!");
    $monitor("at %2t: %b", $time, count);
    #50 $finish(0);
  end
endmodule
