import "second" as second;

second::text
