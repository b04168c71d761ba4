<?php

echo "out\n";
fwrite(STDERR, "err\n");
