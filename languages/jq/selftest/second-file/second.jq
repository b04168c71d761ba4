def text: "from the second file";
