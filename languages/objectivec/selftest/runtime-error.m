#import <Foundation/Foundation.h>

int main(void)
{
    NSAutoreleasePool *pool = [NSAutoreleasePool new];
    printf("before\n");
    fflush(stdout);
    [[NSArray array] objectAtIndex:1];
    [pool drain];
    return 0;
}
