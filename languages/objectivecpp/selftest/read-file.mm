#import <Foundation/Foundation.h>

int main(void)
{
    NSAutoreleasePool *pool = [NSAutoreleasePool new];
    NSString *text = [NSString stringWithContentsOfFile:@"test.txt" encoding:NSUTF8StringEncoding error:NULL];
    printf("%s", [text UTF8String]);
    [pool drain];
    return 0;
}
