Input "Name? ",Str1
Disp "Hello, "+Str1
