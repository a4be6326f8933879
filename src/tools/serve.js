/**
 * Serves builds on this machine and prints the address: `node src/tools/static-server.js [--port 4173]
 * [--host localhost] [folder …]`. The folder is `build` when none is named. A port that is taken is
 * passed over for the next one.
 */
import { parseArgs } from 'node:util';
import { startServer } from './static-server.js';

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		port: { type: 'string', default: '4173' },
		host: { type: 'string', default: 'localhost' }
	}
});
const dirs = positionals.length > 0 ? positionals : ['build'];

/** @param {number} port the first one to try */
async function serve(port) {
	try {
		const { url } = await startServer({ dirs, port, host: values.host });
		console.log(`Postil: ${url}`);
	} catch (error) {
		if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EADDRINUSE') throw error;
		await serve(port + 1);
	}
}

serve(Number(values.port)).catch((error) => {
	console.error(error.message);
	process.exitCode = 1;
});
