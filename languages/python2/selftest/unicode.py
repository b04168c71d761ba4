# -*- coding: utf-8 -*-
print u"äöü ∀ 日本 🎉"
print raw_input()
