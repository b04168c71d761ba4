#import <Foundation/Foundation.h>

int main(void)
{
    printf("out\n");
    fprintf(stderr, "err\n");
    return 0;
}
