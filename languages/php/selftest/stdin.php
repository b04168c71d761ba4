<?php

[$a, $b] = explode(' ', fgets(STDIN));
echo $a + (int) $b, "\n", stream_get_contents(STDIN);
