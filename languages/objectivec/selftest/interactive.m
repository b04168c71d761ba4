#import <Foundation/Foundation.h>

int main(void)
{
    NSAutoreleasePool *pool = [NSAutoreleasePool new];
    char name[100];
    printf("Name? ");
    if (fgets(name, sizeof name, stdin))
        printf("%s", [[@"Hello, " stringByAppendingString:[NSString stringWithUTF8String:name]] UTF8String]);
    [pool drain];
    return 0;
}
