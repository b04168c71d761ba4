String text() => 'from the second file';
