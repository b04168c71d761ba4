Input "",Str1
Disp expr(sub(Str1,1,1))+expr(sub(Str1,3,1))
Input "",Str2
Disp Str2
