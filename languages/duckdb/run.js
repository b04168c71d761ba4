// Runs the statements of a file one after the other and prints the rows of each, with | between the columns. At the first error it tells the
// file and the line and ends with 1.
const fs = require('node:fs');
const { DuckDBInstance, ResultReturnType } = require('@duckdb/node-api');

async function main([file]) {
    const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
    const connection = await instance.connect();
    if (file === '--version') {
        const reader = await connection.runAndReadAll('SELECT version()');
        console.log(reader.getRows()[0][0]);
        return;
    }
    const text = fs.readFileSync(file, 'utf8');
    for (let start = 0; start < text.length; ) {
        const end = await endOfStatement(connection, text, start);
        try {
            await run(connection, text.slice(start, end));
        } catch (error) {
            console.error(`${file}:${lineOf(text, start, error)}: ${error.message}`);
            process.exitCode = 1;
            return;
        }
        start = end;
    }
}

// After the first semicolon that ends a statement, rather than stands in a string or a comment.
async function endOfStatement(connection, text, start) {
    for (let end = text.indexOf(';', start); end >= 0; end = text.indexOf(';', end + 1)) {
        try {
            await connection.extractStatements(text.slice(start, end + 1));
            return end + 1;
        } catch {
            // Not yet.
        }
    }
    return text.length;
}

async function run(connection, sql) {
    if ((await countOf(connection, sql)) === 0) return;
    const reader = await connection.runAndReadAll(sql);
    if (reader.returnType !== ResultReturnType.QUERY_RESULT) return;
    for (const row of reader.getRows()) {
        fs.writeSync(1, row.map((value) => (value === null ? 'NULL' : String(value))).join('|') + '\n');
    }
}

// None when there is only white space or a comment.
async function countOf(connection, sql) {
    try {
        return (await connection.extractStatements(sql)).count;
    } catch (error) {
        return error.message.includes('No statements') ? 0 : 1;
    }
}

// The message's line counts from the start of the statement's text.
function lineOf(text, start, error) {
    const within = /^LINE (\d+):/m.exec(error.message);
    const before = text.slice(0, start).split('\n').length;
    if (within) return before + Number(within[1]) - 1;
    return before + /^\s*/.exec(text.slice(start))[0].split('\n').length - 1;
}

main(process.argv.slice(2));
