module second;
  initial $display("from the second file");
endmodule
