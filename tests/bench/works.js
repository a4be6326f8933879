/**
 * In the page: puts works of the reader's own into the database, as the app stores them, of twenty
 * chapters each and in no order; every second one was begun, every third has a tag.
 *
 * @param {number} count
 * @returns {Promise<void>}
 */
export function fillShelf(count) {
	const CHAPTERS = 20;
	const TAGS = ['history', 'letters', 'travel', 'verse'];
	/** @param {number} n */
	const slugOf = (n) => `own-${String(n).padStart(16, '0')}`;
	/** @param {number} n */
	const timeOf = (n) =>
		new Date(Date.UTC(2026, 0, 1) + ((n * 7919) % 10_007) * 60_000).toISOString();
	/** @param {string} work @param {number} n */
	const makeWork = (work, n) => ({
		v: 1,
		slug: work,
		title: `${['Voyages', 'Letters', 'A history', 'Poems'][n % 4]}, volume ${(n * 83) % count}`,
		author: `Author ${(n * 37) % 60}`,
		language: 'en',
		dir: 'ltr',
		source: '',
		rights: '',
		cover: null,
		format: 'EPUB 3',
		fileName: `${work}.epub`,
		size: 500_000,
		added: timeOf(n),
		updated: timeOf(n),
		chapters: Array.from({ length: CHAPTERS }, (_, chapter) => ({
			slug: `${chapter + 1}`,
			title: `Chapter ${chapter + 1}`,
			number: null,
			minutes: 20,
			level: 1,
			edition: '0'.repeat(32),
			paragraphs: 60,
			plain: true
		}))
	});
	/** @param {string} work @param {number} n */
	const makePosition = (work, n) => ({
		v: 1,
		target: {
			work,
			chapter: `${(n % CHAPTERS) + 1}`,
			edition: '0'.repeat(32),
			norm: 1,
			start: 0,
			end: 10,
			blocks: ['p1', 'p1'],
			quote: { exact: 'Some words', prefix: '', suffix: ' and more of them' }
		},
		progress: 0.4,
		paragraph: 24,
		at: timeOf(n * 31)
	});
	return new Promise((resolve, reject) => {
		const opened = indexedDB.open('postil');
		opened.onerror = () => reject(opened.error);
		opened.onsuccess = () => {
			const tx = opened.result.transaction(['works', 'positions', 'preferences'], 'readwrite');
			/** @type {Record<string, string[]>} */
			const tags = {};
			for (let n = 0; n < count; n++) {
				const work = slugOf(n);
				tx.objectStore('works').put(makeWork(work, n));
				if (n % 2 === 0) {
					const position = makePosition(work, n);
					tx.objectStore('positions').put(position, `${work}/${position.target.chapter}`);
				}
				if (n % 3 === 0) tags[work] = [TAGS[n % TAGS.length]];
			}
			tx.objectStore('preferences').put(tags, 'work-tags');
			tx.onabort = () => reject(tx.error);
			tx.oncomplete = () => {
				opened.result.close();
				resolve();
			};
		};
	});
}
