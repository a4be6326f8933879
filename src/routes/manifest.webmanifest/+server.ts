import { base } from '$app/paths';
import { SHARE_TARGET, SHARED_FILE, SHARED_TEXT } from '$lib/core/app/shared-file';
import { BOOK_FILES } from '$lib/core/own-works/book-files';
import { json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

export const prerender = true;

/** What can be shared to the app; the content tells what it is, the ending does not. */
const SHARED_TYPES = [
	'application/json',
	'application/ld+json',
	'application/rd-annotations+json',
	'text/csv',
	'.annotation',
	'.json',
	'.jsonld',
	'.csv',
	// Of books that a phone knows no type of, and of those within an archive.
	'application/octet-stream',
	'application/fb2',
	'application/xml',
	'application/zip',
	'text/xml',
	...Object.keys(BOOK_FILES),
	...Object.values(BOOK_FILES).flat()
];

const ICONS = [
	{ src: `${base}/icon.svg`, sizes: 'any', type: 'image/svg+xml' },
	{ src: `${base}/icon-192.png`, sizes: '192x192', type: 'image/png' },
	{ src: `${base}/icon-512.png`, sizes: '512x512', type: 'image/png' },
	...['maskable', 'monochrome'].map((purpose) => ({
		src: `${base}/icon-${purpose}.png`,
		sizes: '512x512',
		type: 'image/png',
		purpose
	}))
];

const SCREENSHOTS = [
	{
		src: `${base}/screenshots/phone.png`,
		sizes: '824x1830',
		type: 'image/png',
		form_factor: 'narrow',
		label: 'A chapter on a phone'
	},
	{
		src: `${base}/screenshots/wide.png`,
		sizes: '1280x800',
		type: 'image/png',
		form_factor: 'wide',
		label: 'A chapter on a wide screen'
	}
];

/** The web app manifest; built, since `id` and `scope` carry the base path. */
export const GET: RequestHandler = () =>
	json(
		{
			id: `${base}/`,
			name: 'Postil',
			short_name: 'Postil',
			description: 'An offline reader for long texts.',
			lang: 'en',
			start_url: `${base}/`,
			scope: `${base}/`,
			display: 'standalone',
			background_color: '#fdfcfa',
			theme_color: '#fdfcfa',
			categories: ['books', 'education'],
			icons: ICONS,
			screenshots: SCREENSHOTS,
			share_target: {
				action: `${base}/${SHARE_TARGET}`,
				method: 'POST',
				enctype: 'multipart/form-data',
				params: { text: SHARED_TEXT, files: [{ name: SHARED_FILE, accept: SHARED_TYPES }] }
			},
			// *Open with*. No tables and no data: a reader's CSV files open in a spreadsheet.
			file_handlers: [
				{
					action: `${base}/${SHARE_TARGET}`,
					accept: { 'application/rd-annotations+json': ['.annotation'], ...BOOK_FILES }
				}
			],
			shortcuts: [
				{ name: 'Shelf', url: `${base}/` },
				{ name: 'Settings', url: `${base}/settings/` }
			]
		},
		{ headers: { 'content-type': 'application/manifest+json' } }
	);
