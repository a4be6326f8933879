/** Serves builds on this machine, and prints the address. */
import { fail, readArguments } from './command-line.js';
import { startServer } from './static-server.js';

const USAGE = `node src/tools/serve.js [FOLDER…]      serves builds; without a name the one in build/

  --port 4173           where; one that is taken is passed over for the next
  --host localhost      for whom: 0.0.0.0 for every device of the network`;

const { values, positionals } = readArguments(USAGE, {
	allowPositionals: true,
	options: {
		port: { type: 'string', default: '4173' },
		host: { type: 'string', default: 'localhost' }
	}
});
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535)
	fail('--port wants a number from 0 to 65535.');
const dirs = positionals.length > 0 ? positionals : ['build'];

/** @param {number} port to try first */
async function serve(port) {
	try {
		const { url } = await startServer({ dirs, port, host: values.host });
		console.log(`Postil: ${url}`);
	} catch (error) {
		if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EADDRINUSE') throw error;
		await serve(port + 1);
	}
}

serve(port).catch((error) => {
	console.error(error.message);
	process.exitCode = 1;
});
