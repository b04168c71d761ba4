<?php

exit(7);
