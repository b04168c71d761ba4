print("out");
alert("err");
