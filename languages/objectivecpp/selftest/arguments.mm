#import <Foundation/Foundation.h>

int main(int argc, char **argv)
{
    NSAutoreleasePool *pool = [NSAutoreleasePool new];
    NSArray *arguments = [[NSProcessInfo processInfo] arguments];
    for (NSUInteger i = 1; i < [arguments count]; i++)
        printf("%s\n", [[arguments objectAtIndex:i] UTF8String]);
    [pool drain];
    return 0;
}
