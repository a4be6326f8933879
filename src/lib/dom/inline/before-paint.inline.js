// The one script that runs before the first paint, so that nothing flashes or
// jumps: it sets theme, type and place from their mirrors (storage/before-paint-mirror.ts). The
// build minifies it into the page (`__BASE__` becomes the base path) and allows
// it by its hash. Where a mirror lags or the width is another, the app repairs.
// And it says when the app may start (hooks.server.ts).
(() => {
	const root = document.documentElement;
	const classes = root.classList;
	/** A worker has the app's scripts, and the page is one that is painted. @type {unknown} */
	let startsLater;
	/** Goes to the kept position; gives whether the app has to find it. @type {(() => boolean | void) | undefined} */
	let restore;
	try {
		const prefix = 'postil' + __BASE__ + ':';
		const look = JSON.parse(localStorage.getItem(prefix + 'appearance') ?? '{}');
		// What the app writes, and nothing else: anybody may write there. The app puts it right.
		if (/^(\s?(--|color-scheme:)[^;!]+;)*$/.test(look.css)) root.style = look.css;
		if (look.color)
			for (const meta of /** @type {NodeListOf<HTMLMetaElement>} */ (
				document.querySelectorAll('[name=theme-color]')
			))
				meta.content = look.color;
		startsLater = navigator.serviceWorker.controller && !document.hidden;
		// By no style sheet: while one is pending, WebKit may paint the page without any style.
		for (const face of /** @type {[string, string, FontFaceDescriptors][]} */ (look.faces ?? []))
			document.fonts.add(new FontFace(...face));

		const [{ type, name }] = /** @type {PerformanceNavigationTiming[]} */ (
			performance.getEntriesByType('navigation')
		);
		const key = prefix + 'position:' + location.pathname;
		// A reload returns to this tab's own place, a new visit to the latest of all tabs.
		const own = type === 'navigate' ? null : sessionStorage.getItem(key);
		const { place, y, width, edition, away } = JSON.parse(own ?? localStorage.getItem(key) ?? '{}');
		// An address that names a place wins; Chromium tells of `:~:text=` only here.
		if (place && !location.hash && !/:~:/.test(name))
			restore = () => {
				const text = document.querySelector('article');
				if (text && (text.dataset.edition !== edition || innerWidth !== width)) return true;
				const block = document.getElementById(place.block);
				// Where the browser went to `:~:text=` by itself, it stays.
				if (!block || (!own && scrollY)) return;
				scrollBy(0, block.getBoundingClientRect().top - y);
				window.restoredTo = scrollY;
				if (away) classes.add('restored');
			};
	} catch {
		// Storage is shut, or spoilt, or there are no workers: the page is as it is by default.
	}
	// In pages it is laid out by a style sheet behind the text (ui/styles/pages.css).
	if (restore || document.fonts.size || /pages/.test(root.style.cssText)) classes.add('restoring');
	if (!startsLater) document.head.append(document.querySelector('template')?.content ?? '');
	// The app starts after the first paint, which its scripts would hold up; at once on a first visit,
	// when they have yet to come, and in a tab that nobody sees, which is not painted.
	window.whenToStart = new Promise((start) => {
		addEventListener('DOMContentLoaded', async () => {
			// To ask for the layout has the browser load the files that the text is set in.
			if (document.fonts.size && root.offsetHeight)
				await Promise.race([document.fonts.ready, new Promise((late) => setTimeout(late, 1000))]);
			if (startsLater) requestAnimationFrame(() => setTimeout(start));
			else start();
			if (!restore?.()) classes.remove('restoring');
		});
	});
})();
