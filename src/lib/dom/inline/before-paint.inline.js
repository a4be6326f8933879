// The one script that runs before the first paint, so that nothing flashes or
// jumps: it sets theme, type and place from their mirrors (storage/before-paint-mirror.ts). The
// build minifies it into the page (`__BASE__` becomes the base path) and allows
// it by its hash. Where a mirror lags or the width is another, the app repairs.
// And it says when the app may start (hooks.server.ts).
(() => {
	const root = document.documentElement;
	const classes = root.classList;
	classes.add('js');
	// The app starts after the first paint, which its scripts would hold up; at once on a first visit,
	// when they have yet to come, and in a tab that nobody sees, which is not painted.
	window.whenToStart = new Promise((start) => {
		try {
			if (navigator.serviceWorker.controller && !document.hidden)
				return addEventListener('DOMContentLoaded', () =>
					requestAnimationFrame(() => setTimeout(start))
				);
		} catch {
			// There are no workers here.
		}
		document.head.append(document.querySelector('template')?.content ?? '');
		start();
	});
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
		if (look.font)
			document.head.append(
				Object.assign(document.createElement('link'), {
					rel: 'stylesheet',
					href: look.font,
					blocking: 'render'
				})
			);

		const [{ type, name }] = /** @type {PerformanceNavigationTiming[]} */ (
			performance.getEntriesByType('navigation')
		);
		const key = prefix + 'position:' + location.pathname;
		// A reload returns to this tab's own place, a new visit to the latest of all tabs.
		const own = type === 'navigate' ? null : sessionStorage.getItem(key);
		const { place, y, width, edition, away } = JSON.parse(own ?? localStorage.getItem(key) ?? '{}');
		// An address that names a place wins; Chromium tells of `:~:text=` only here.
		if (!place || location.hash || /:~:/.test(name)) return;
		classes.add('restoring');
		document.onreadystatechange = () => {
			document.onreadystatechange = null;
			const text = document.querySelector('article');
			// The app finds the place, and shows the page.
			if (text && (text.dataset.edition !== edition || innerWidth !== width)) return;
			classes.remove('restoring');
			const block = document.getElementById(place.block);
			// Where the browser went to `:~:text=` by itself, it stays.
			if (!block || (!own && scrollY)) return;
			scrollBy(0, block.getBoundingClientRect().top - y);
			window.restoredTo = scrollY;
			if (away) classes.add('restored');
		};
	} catch {
		// Storage is shut, or spoilt: the page is as it is by default.
	}
})();
