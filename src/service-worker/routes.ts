import { Route } from 'workbox-routing/Route.js';
import { Router } from 'workbox-routing/Router.js';
import { answerFromPack } from './packs/answer-from-pack';
import { packOf } from './packs/pack-list';
import { cacheKeyOf, controller, FONT_CACHE } from './precache-controller';
import { fonts, root } from './this-build';

const TIMEOUT = 3000; // ms to wait for the network, for an address that is not of this build

/** All requests that the worker answers; the browser answers the others. GET only, as Workbox' routes are. */
export const router = new Router();

// A page or file of this build, whatever the query. The network is never waited for.
router.registerRoute(
	new Route(
		({ url }) => cacheKeyOf(url),
		async ({ request, event, url }) => {
			const cacheKey = cacheKeyOf(url)!;
			const integrity = controller.getIntegrityForCacheKey(cacheKey);
			try {
				return await controller.strategy.handle({
					event,
					// The search asks for what is kept; what the browser has thrown away is fetched for it too.
					request: request.cache === 'only-if-cached' ? new Request(url.href) : request,
					params: { cacheKey, integrity }
				});
			} catch {
				// The browser has deleted it, and the host has another build by now: better that one than
				// none. When the host cannot be reached either, the browser says so.
				return fetch(request);
			}
		}
	)
);

// A page or file of a work that is kept at the reader's word, or is not.
router.registerRoute(
	new Route(
		({ url }) => packOf(url) !== null && isFile(url),
		async ({ request, url }) => {
			const answer = await answerFromPack(request, url);
			if (answer) return answer;
			try {
				// The host has another build by now, or a captive portal wants to be seen.
				return await fetchInTime(request);
			} catch {
				return request.mode === 'navigate' ? errorPage('not-kept/', 503) : Response.error();
			}
		}
	)
);

// The same page, asked for as /work/chapter or /work/chapter/index.html.
router.registerRoute(
	new Route(
		({ url, request }) =>
			request.mode === 'navigate' &&
			(cacheKeyOf(withSlash(url)) || (packOf(url) !== null && !isFile(url))),
		async ({ url }) => Response.redirect(withSlash(url).href, 302)
	)
);

// A font, which is cached when it is first used; or a file of the build before this one.
router.registerRoute(
	new Route(
		({ url }) => url.href.startsWith(root + '_app/immutable/'),
		async ({ url, request }) => {
			const address = url.origin + url.pathname;
			for (const name of [controller.strategy.cacheName, FONT_CACHE]) {
				const cached = await (await caches.open(name)).match(address, { ignoreVary: true });
				if (cached) return cached;
			}
			const integrity = fonts[address.slice(root.length)];
			if (!integrity) return fetch(request);
			const response = await fetch(address, { integrity });
			if (response.ok) await (await caches.open(FONT_CACHE)).put(address, response.clone());
			return response;
		}
	)
);

// Any other page: the network's, or the page that says it was not found.
router.registerRoute(
	new Route(
		({ url, request }) => request.mode === 'navigate' && url.href.startsWith(root),
		async ({ request }) => {
			try {
				return await fetchInTime(request);
			} catch {
				return errorPage('404.html', 404); // offline, or as good as
			}
		}
	)
);

function withSlash(url: URL): URL {
	const address = new URL(url);
	address.pathname = url.pathname.replace(/(\/index\.html)?\/?$/, '/');
	return address;
}

/** What the network answers; rejects when it takes too long. */
function fetchInTime(request: Request): Promise<Response> {
	const timeout = new Promise<never>((_, reject) => {
		setTimeout(reject, TIMEOUT, new Error(`No answer in ${TIMEOUT} ms`));
	});
	return Promise.race([fetch(request), timeout]);
}

/** Whether an address is one of a page as we write it, or of a file: `/work/chapter/`, `/work/images/map.png`. */
function isFile({ pathname }: URL): boolean {
	return pathname.endsWith('/') || (/\.\w+$/.test(pathname) && !pathname.endsWith('/index.html'));
}

async function errorPage(address: string, status: number): Promise<Response> {
	const page = await controller.matchPrecache(root + address);
	return page ? new Response(page.body, { status, headers: page.headers }) : Response.error();
}
