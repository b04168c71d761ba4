<?php

echo 'Name? ';
echo 'Hello, ', fgets(STDIN);
