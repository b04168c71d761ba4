SELECT 'before';
SELECT error('on purpose; not by accident');
