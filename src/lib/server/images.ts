import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { Image, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Report } from '$lib/content/faults';
import { readImageSize } from './image-size';

/** What images a chapter may show: `files` are paths relative to `folder`, with `/`. */
export interface ImageSource {
	folder: string;
	files: ReadonlySet<string>;
}

/**
 * Gives each image an address that works from the chapter's page, its size, so
 * that nothing moves when it arrives, and lazy loading, in place. Reports those
 * without alt text, from elsewhere, or not there. Gives the paths of the files
 * shown, each once, relative to the work's folder.
 */
export function placeImages(tree: Root, source: ImageSource, report: Report): string[] {
	const shown = new Set<string>();
	visit(tree, 'image', (node) => {
		if (!node.alt?.trim())
			report(
				node.position!.start.line,
				'an image has no alt text',
				'Say between the brackets what it shows, for those who cannot see it: ![A map](…).'
			);
		const path = findFile(node, source, report);
		if (path === null) return;
		const size = readImageSize(readFileSync(join(source.folder, path)));
		if (size === null) reportUnreadable(node, path, report);
		node.url = `../${path.split('/').map(encodeURIComponent).join('/')}`;
		node.data = { hProperties: { ...size, loading: 'lazy', decoding: 'async' } };
		shown.add(path);
	});
	return [...shown];
}

/** The path of an image's file in the work's folder; `null`, reported, when it cannot be had. */
function findFile(node: Image, { files }: ImageSource, report: Report): string | null {
	const { line } = node.position!.start;
	if (/^([a-z][a-z0-9+.-]*:|\/)/i.test(node.url)) {
		report(
			line,
			`the image ${node.url} is not in the work’s folder`,
			'Copy it there, and write its path from there: images/map.png.'
		);
		return null;
	}
	const path = posix.normalize(decode(node.url));
	if (files.has(path)) return path;
	const lower = path.toLowerCase();
	const near = [...files].find((file) => file.toLowerCase() === lower);
	report(
		line,
		`there is no image ${path}`,
		near ? `The file is called ${near}.` : 'Write its path from the work’s folder: images/map.png.'
	);
	return null;
}

function decode(url: string): string {
	try {
		return decodeURIComponent(url);
	} catch (error) {
		if (error instanceof URIError) return url; // a real % in the file's name
		throw error;
	}
}

function reportUnreadable(node: Image, path: string, report: Report): void {
	report(
		node.position!.start.line,
		`${path} cannot be read as an image`,
		'Save it again as PNG, JPEG, GIF, WebP or SVG.'
	);
}
