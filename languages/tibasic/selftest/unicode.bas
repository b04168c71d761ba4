Disp "äöü ∀ 日本 🎉"
Input "",Str1
Disp Str1
