<?php

echo "äöü ∀ 日本 🎉\n", fgets(STDIN);
