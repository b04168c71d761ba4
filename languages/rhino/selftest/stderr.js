print("out");
java.lang.System.err.println("err");
