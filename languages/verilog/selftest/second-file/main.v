module main;
  second printer();
endmodule
