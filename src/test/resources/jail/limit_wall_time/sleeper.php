<?php
// attacks: 2
// limits: wall=400ms
// expect: wall>=400ms wall<=550ms cpu<=150ms
sleep(3600);
