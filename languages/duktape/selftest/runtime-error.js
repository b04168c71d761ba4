print("before");
null.property;
