import { Route } from 'workbox-routing/Route.js';
import { Router } from 'workbox-routing/Router.js';
import { FONTS } from './builds';
import { fonts, root } from './list';
import { controller, keyOf } from './precache';

const PATIENCE = 3000; // ms to wait for the network, for an address we do not know

/** Everything we answer; the rest is the browser's. GET only, as Workbox' routes are. */
export const router = new Router();

// A page or file of this build, whatever the query. The network is never waited for.
router.registerRoute(
	new Route(
		({ url }) => keyOf(url),
		async ({ request, event, url }) => {
			const cacheKey = keyOf(url)!;
			const integrity = controller.getIntegrityForCacheKey(cacheKey);
			try {
				return await controller.strategy.handle({
					event,
					request,
					params: { cacheKey, integrity }
				});
			} catch {
				// Thrown away by the browser, and the host has another build by now (or is gone, and the
				// browser says so): better that one than none.
				return fetch(request);
			}
		}
	)
);

// The same page asked for as /work/chapter or /work/chapter/index.html.
router.registerRoute(
	new Route(
		({ url, request }) => request.mode === 'navigate' && keyOf(withSlash(url)),
		async ({ url }) => Response.redirect(withSlash(url).href, 302)
	)
);

// A font, kept when first used; or a file of the build before this one.
router.registerRoute(
	new Route(
		({ url }) => url.href.startsWith(root + '_app/immutable/'),
		async ({ url, request }) => {
			const address = url.origin + url.pathname;
			for (const name of [controller.strategy.cacheName, FONTS]) {
				const kept = await (await caches.open(name)).match(address, { ignoreVary: true });
				if (kept) return kept;
			}
			const integrity = fonts[address.slice(root.length)];
			if (!integrity) return fetch(request);
			const response = await fetch(address, { integrity });
			if (response.ok) await (await caches.open(FONTS)).put(address, response.clone());
			return response;
		}
	)
);

router.registerRoute(
	new Route(
		({ url, request }) => request.mode === 'navigate' && url.href.startsWith(root),
		async ({ request }) => {
			const patience = new Promise<never>((_, reject) => {
				setTimeout(reject, PATIENCE, new Error(`No answer in ${PATIENCE} ms`));
			});
			try {
				return await Promise.race([fetch(request), patience]);
			} catch {
				return notFound(); // offline, or as good as
			}
		}
	)
);

function withSlash(url: URL): URL {
	const address = new URL(url);
	address.pathname = url.pathname.replace(/(\/index\.html)?\/?$/, '/');
	return address;
}

async function notFound(): Promise<Response> {
	const page = await controller.matchPrecache(root + '404.html');
	return page ? new Response(page.body, { status: 404, headers: page.headers }) : Response.error();
}
