#import <Foundation/Foundation.h>
#include <iostream>
#include <vector>

@interface Planet : NSObject
+ (NSString *)describe:(NSString *)name;
@end

@implementation Planet
+ (NSString *)describe:(NSString *)name
{
    return [NSString stringWithFormat:@"a planet called %@", name];
}
@end

int main()
{
    NSAutoreleasePool *pool = [NSAutoreleasePool new];
    std::cout << "Hello, World!\n";
    for (NSString *name : std::vector<NSString *>{@"Earth", @"Mars"})
        std::cout << [[Planet describe:name] UTF8String] << '\n';
    [pool drain];
}
