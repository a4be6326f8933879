// Saves what this browser keeps for Postil, when Postil does not start. It stands alone: it shares
// no code with the app, which may be what is broken, and it only reads.
(() => {
	const base = location.pathname.replace(/\/rescue(\.html)?$/, '');
	const databaseName = `postil${base}`; // as src/lib/core/names.ts has them
	const journalName = encodeURIComponent(`postil${base}:journal`);
	const PATIENCE = 5000; // ms: a browser whose database is damaged may never answer

	const at = (id) => document.getElementById(id);
	const faults = [];

	/** What `work` gives; what is given instead when it fails or does not answer, which is told. */
	async function attempt(what, work, instead) {
		let timer;
		const late = new Promise((_, reject) => {
			timer = setTimeout(() => reject(new Error('it does not answer')), PATIENCE);
		});
		try {
			return await Promise.race([work(), late]);
		} catch (error) {
			faults.push(`${what}: ${error.message || error.name}`);
			return instead;
		} finally {
			clearTimeout(timer);
		}
	}

	function answer(request) {
		return new Promise((resolve, reject) => {
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error);
		});
	}

	/** The database as it is, of whatever version; null when there is none: it is not made here. */
	function openDatabase() {
		return new Promise((resolve, reject) => {
			const request = indexedDB.open(databaseName);
			let isNone = false;
			request.onupgradeneeded = () => {
				isNone = true;
				request.transaction.abort();
			};
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => (isNone ? resolve(null) : reject(request.error));
		});
	}

	/** Every record of every store; with its key, where that is not in it. */
	async function readDatabase() {
		// Each part has its own time: what was read is not lost when another part never answers.
		const database = await attempt('The database cannot be read', openDatabase, null);
		if (!database) return null;
		const stores = {};
		for (const name of database.objectStoreNames) {
			stores[name] = await attempt(
				`Part “${name}” of the database cannot be read`,
				async () => {
					const store = database.transaction(name).objectStore(name);
					const [keys, records] = await Promise.all([
						answer(store.getAllKeys()),
						answer(store.getAll())
					]);
					return store.keyPath ? records : records.map((value, i) => ({ key: keys[i], value }));
				},
				[]
			);
		}
		const { version } = database;
		database.close();
		return { name: databaseName, version, stores };
	}

	/** Every entry of the journal that is whole: a line is `checksum length JSON`. */
	async function readJournal() {
		let folder;
		try {
			folder = await (await navigator.storage.getDirectory()).getDirectoryHandle(journalName);
		} catch {
			return []; // The browser has none, or none was made.
		}
		const entries = [];
		for await (const file of folder.values()) {
			for (const line of (await (await file.getFile()).text()).split('\n')) {
				try {
					entries.push(JSON.parse(line.replace(/^[0-9a-f]{8} \d+ /, '')));
				} catch {
					// Half a line of a killed browser, or a damaged one.
				}
			}
		}
		return entries;
	}

	/** The file. Whatever else it is to be one day, it is made of what was found here, and nowhere else. */
	function toFile(database, journal) {
		const saved = new Date().toISOString();
		return JSON.stringify({ format: 'postil-rescue', v: 1, saved, database, journal, faults });
	}

	function count(things, one) {
		return `${things} ${one}${things === 1 ? '' : 's'}`;
	}

	/** As src/lib/core/formats/file-name.ts has it: by the reader's own calendar. */
	function nameOfDay(day) {
		const two = (part) => String(part).padStart(2, '0');
		return `postil-${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
	}

	async function start() {
		const database = await readDatabase();
		const journal = await attempt('The second copy cannot be read', readJournal, []);
		const ids = new Set(journal.map((entry) => entry.annotation?.id).filter(Boolean));
		const stored = database?.stores.annotations?.length ?? 0;
		for (const fault of faults) {
			at('faults').append(Object.assign(document.createElement('li'), { textContent: fault }));
		}
		const found = [
			...(database ? [`${count(stored, 'mark')} in the database`] : []), // what was not read has no number
			`${count(ids.size, 'mark')} in the second copy`
		];
		const isNothing = stored === 0 && ids.size === 0;
		const none = faults.length > 0 ? 'could be read' : 'were found in this browser';
		at('found').textContent = isNothing ? `No marks ${none}.` : `Found: ${found.join(', ')}.`;
		at('save').disabled = at('copy').disabled = false;

		at('save').onclick = () => {
			const file = new Blob([toFile(database, journal)], { type: 'application/json' });
			const href = URL.createObjectURL(file);
			const download = `${nameOfDay(new Date())}-rescue.json`;
			Object.assign(document.createElement('a'), { href, download }).click();
			setTimeout(() => URL.revokeObjectURL(href), 60_000);
			at('done').textContent =
				`The browser saves “${download}”, most likely among your downloads. If no file comes, copy everything instead.`;
		};
		at('copy').onclick = async () => {
			const text = toFile(database, journal);
			try {
				await navigator.clipboard.writeText(text);
				at('done').textContent = 'Copied. Paste it into a mail to yourself, or into a note.';
			} catch {
				Object.assign(at('text'), { value: text, hidden: false });
				at('text').select();
				at('done').textContent = 'Copy what is selected below.';
			}
		};
	}

	void start();
})();
