module main;
  initial begin
    $display("before");
    undeclared = 1; // WRONG
  end
endmodule
