#import "Second.h"

@implementation Second
+ (NSString *)text
{
    return @"from the second file";
}
@end
