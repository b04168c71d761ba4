// attacks: 69: what a page could take for its own
// expect: stdoutBytes>=150 stderrBytes>=150
#include <stdio.h>

static const char markup[] = "<script>alert(1)</script></pre><img src=x onerror=alert(1)><a href=\"javascript:alert(1)\">x</a>]]>--><svg onload=alert(1)>{{7*7}}${7*7}<!--#exec cmd=id-->&lt;&#x3c;\n";

int main(void)
{
    fputs(markup, stdout);
    fputs(markup, stderr);
    return 0;
}
