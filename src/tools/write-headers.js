/**
 * The file `_headers` of a build: the headers that hosts which read such a file send with each
 * answer (Netlify, Cloudflare, and our own server).
 *
 * Where several rules match and set the same header, some hosts join the values by a comma and others
 * take the last. So no header is set by two rules that match the same address. The one exception is
 * the policy of workers and of pictures, which is right either way: of two joined policies both must be met.
 */

// The policy of a page, with the hashes of its scripts, is in its <meta>. Both must be met, so this one
// repeats only what needs no hash, and adds what a <meta> cannot say. It has no default-src either,
// which would stand in for script-src.
const PAGE_POLICY = [
	"object-src 'none'",
	"base-uri 'none'",
	"form-action 'self'",
	"frame-ancestors 'none'",
	"connect-src 'self'",
	"img-src 'self' data: blob:",
	"font-src 'self'",
	"worker-src 'self'",
	"media-src 'self' blob:"
].join('; ');

// The policy in a page's <meta> does not bind its workers: without this one they could send requests to
// any other site.
const WORKER_POLICY = "default-src 'none'; connect-src 'self'; script-src 'self'";

// A picture in SVG that is opened by itself is a document at an address of the site, without a policy of
// its own. The build refuses script in one (`check-svg.ts`); this holds for whatever else is put there.
const PICTURE_POLICY = [
	"default-src 'none'",
	"style-src 'unsafe-inline'",
	'img-src data:',
	"base-uri 'none'",
	"form-action 'none'",
	"frame-ancestors 'none'",
	'sandbox'
].join('; ');

// Features of browsers that we switch off. Chromium warns of names that it does not know (bluetooth,
// web-share), so those are left out.
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
// Features that we use. By default the others are off, or allowed to our own pages.
const USED_FEATURES = ['clipboard-write', 'fullscreen', 'screen-wake-lock'];

/**
 * The text of the file.
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
		'/*.svg': { 'Content-Security-Policy': PICTURE_POLICY },
		'/*.SVG': { 'Content-Security-Policy': PICTURE_POLICY },
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
