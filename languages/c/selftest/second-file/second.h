const char *second(void);
