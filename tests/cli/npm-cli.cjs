const { spawn } = require('node:child_process');

spawn(process.execPath, process.argv.slice(2), { stdio: 'inherit' });
