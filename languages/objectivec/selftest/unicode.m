#import <Foundation/Foundation.h>

int main(void)
{
    NSAutoreleasePool *pool = [NSAutoreleasePool new];
    char line[200];
    printf("%s\n", [@"äöü ∀ 日本 🎉" UTF8String]);
    if (fgets(line, sizeof line, stdin))
        printf("%s", [[NSString stringWithUTF8String:line] UTF8String]);
    [pool drain];
    return 0;
}
