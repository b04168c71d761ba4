#import <Foundation/Foundation.h>

int main(void)
{
    int unused;
    NSLog(undeclared); // WRONG
    return 0;
}
