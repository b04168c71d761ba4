<?php

function text(): string
{
    return 'from the second file';
}
