print("out");
extern("echo err >&2");
