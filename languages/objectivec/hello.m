#import <Foundation/Foundation.h>

@interface Planet : NSObject
{
    NSString *name;
}
- (id)initWithName:(NSString *)aName;
@end

@implementation Planet
- (id)initWithName:(NSString *)aName
{
    if ((self = [super init]))
        name = [aName copy];
    return self;
}
- (NSString *)description
{
    return [NSString stringWithFormat:@"a planet called %@", name];
}
@end

int main(void)
{
    NSAutoreleasePool *pool = [NSAutoreleasePool new];
    printf("Hello, World!\n");
    for (NSString *name in [NSArray arrayWithObjects:@"Earth", @"Mars", nil])
        printf("%s\n", [[[[Planet alloc] initWithName:name] description] UTF8String]);
    [pool drain];
    return 0;
}
