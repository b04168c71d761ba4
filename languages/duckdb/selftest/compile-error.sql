SELECT 'before';
SELECT * FRM nowhere; -- WRONG
