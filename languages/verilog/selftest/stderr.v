module main;
  initial begin
    $display("out");
    $fdisplay(32'h8000_0002, "err");
    $finish(0);
  end
endmodule
