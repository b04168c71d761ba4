FROM 'second.csv';
