/**
 * What a host that reads a `_headers` file (Netlify, Cloudflare, and our own server) sends along.
 *
 * Where several rules match, some hosts join their values by a comma and others take the last. So
 * each header stands in one matching rule only, but for the policy of worker scripts, which is
 * right either way: two joined policies must both be met.
 */

// A page's own policy, with its hashes, is in its <meta>. This one repeats only what needs no hash,
// since both must be met, and adds what a <meta> cannot say. default-src would stand in for
// script-src, so it is missing too.
const PAGE_POLICY = [
	"object-src 'none'",
	"base-uri 'none'",
	"form-action 'self'",
	"frame-ancestors 'none'",
	"connect-src 'self'",
	"img-src 'self' data: blob:",
	"font-src 'self'",
	"worker-src 'self'",
	"manifest-src 'self'",
	"media-src 'self' blob:"
].join('; ');

// A page's <meta> policy does not bind its workers: without this one they may call anybody.
const WORKER_POLICY = "default-src 'none'; connect-src 'self'; script-src 'self'";

// Chromium complains of names it does not know (bluetooth, web-share), so those are left out.
const UNUSED_FEATURES = [
	'accelerometer',
	'autoplay',
	'camera',
	'display-capture',
	'encrypted-media',
	'geolocation',
	'gyroscope',
	'hid',
	'magnetometer',
	'microphone',
	'midi',
	'payment',
	'publickey-credentials-get',
	'serial',
	'usb',
	'xr-spatial-tracking'
];
// Only names that every Chromium knows: it warns of others. The rest is off, or self, by default.
const USED_FEATURES = ['clipboard-write', 'fullscreen', 'screen-wake-lock'];

/**
 * The text of `_headers`.
 *
 * @param {string} base the base path
 * @returns {string}
 */
export function headersFile(base) {
	const features = [
		...UNUSED_FEATURES.map((name) => `${name}=()`),
		...USED_FEATURES.map((name) => `${name}=(self)`)
	].sort();
	const page = { 'Cache-Control': 'no-cache' };
	/** @type {Record<string, Record<string, string>>} */
	const rules = {
		'/*': {
			'Content-Security-Policy': PAGE_POLICY,
			'Cross-Origin-Opener-Policy': 'same-origin',
			'Cross-Origin-Resource-Policy': 'same-origin',
			'Permissions-Policy': features.join(', '),
			'Referrer-Policy': 'no-referrer',
			'X-Content-Type-Options': 'nosniff'
		},
		'/': page,
		'/:folder/': page,
		'/:work/:chapter/': page,
		'/404.html': page,
		'/rescue.html': page,
		'/manifest.webmanifest': page,
		'/_app/version.json': page,
		'/_app/immutable/*': { 'Cache-Control': 'public, max-age=31536000, immutable' },
		'/_app/immutable/workers/*': { 'Content-Security-Policy': WORKER_POLICY },
		'/service-worker.js': { 'Cache-Control': 'no-cache', 'Content-Security-Policy': WORKER_POLICY }
	};
	return Object.entries(rules)
		.map(([path, headers]) => {
			const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`);
			return `${base}${path}\n${lines.join('')}`;
		})
		.join('\n');
}
