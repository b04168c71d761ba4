<?php

function greet(string $name): string
{
    return "Hello, $name!";
}

echo greet('World'), PHP_EOL;

$prices = ['tea' => 2.5, 'cake' => 3.75];
foreach ($prices as $item => $price) {
    printf("%-5s %.2f\n", $item, $price);
}
