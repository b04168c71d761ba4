#import <Foundation/Foundation.h>

int main(void)
{
    NSAutoreleasePool *pool = [NSAutoreleasePool new];
    NSData *input = [[NSFileHandle fileHandleWithStandardInput] readDataToEndOfFile];
    NSString *text = [[NSString alloc] initWithData:input encoding:NSUTF8StringEncoding];
    NSMutableArray *lines = [[text componentsSeparatedByString:@"\n"] mutableCopy];
    int sum = 0;
    for (NSString *word in [[lines objectAtIndex:0] componentsSeparatedByString:@" "])
        sum += [word intValue];
    printf("%d\n", sum);
    [lines removeObjectAtIndex:0];
    printf("%s", [[lines componentsJoinedByString:@"\n"] UTF8String]);
    [pool drain];
    return 0;
}
