#import <Foundation/Foundation.h>

@interface Second : NSObject
+ (NSString *)text;
@end
