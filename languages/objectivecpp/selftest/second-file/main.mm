#import "Second.h"

int main(void)
{
    NSAutoreleasePool *pool = [NSAutoreleasePool new];
    printf("%s\n", [[Second text] UTF8String]);
    [pool drain];
    return 0;
}
