// Runs on the shelf alone, before its first paint, so that nothing jumps: the works that were read
// come first, the last read above all, as the mirrors of the reading positions say
// (storage/before-paint-mirror.ts). The app then orders the list itself, by the database. The build
// minifies it into the page (`__BASE__` becomes the base path) and allows it by its hash.
(() => {
	try {
		const prefix = 'postil' + __BASE__ + ':position:' + __BASE__ + '/';
		/** When each work was read last, ISO 8601, by its slug. */
		const readAt = /** @type {Record<string, string>} */ ({});
		for (const key of Object.keys(localStorage)) {
			if (!key.startsWith(prefix)) continue;
			const [slug] = key.slice(prefix.length).split('/');
			const { at } = JSON.parse(localStorage.getItem(key) ?? '').position;
			if (!(readAt[slug] >= at)) readAt[slug] = at;
		}
		for (const entry of /** @type {NodeListOf<HTMLElement>} */ (
			document.querySelectorAll('[data-work]')
		)) {
			const at = readAt[entry.dataset.work ?? ''];
			const before = Object.values(readAt).filter((other) => other < at).length;
			if (at) entry.style.order = `${-1 - before}`;
		}
	} catch {
		// There is no storage, or something else lies in it: the publisher's order is as good.
	}
})();
