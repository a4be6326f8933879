import { decodePercents } from '$lib/core/text/percent-decoding';
import type { Image, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { ReportFault } from '../publishing/faults';

/** The size of an image as it is shown, in CSS pixels. */
export interface ImageSize {
	width: number;
	height: number;
}

/** The image files of a work. */
export interface WorkImages {
	/** Their paths relative to the work's folder, with `/`. */
	paths: ReadonlySet<string>;
	/** The size of the image at one of the paths; `null` when it cannot be read as an image. */
	sizeOf: (path: string) => ImageSize | null;
}

/**
 * Gives each image, in place, an address that works from the chapter's page, its
 * size, so that nothing moves when it arrives, and lazy loading. A space for alt
 * text says that there is nothing to say. Reports images without any, from elsewhere, or not there. Returns the paths of those that
 * are shown, each once.
 */
export function resolveImages(tree: Root, images: WorkImages, report: ReportFault): string[] {
	const shown = new Set<string>();
	visit(tree, 'image', (node) => {
		if (node.alt && isBlank(node.alt)) node.alt = '';
		else if (!node.alt)
			report(
				node.position!.start.line,
				'an image has no alt text',
				'Say between the brackets what it shows, for those who cannot see it: ![A map](…).'
			);
		const path = findPath(node, images.paths, report);
		if (path === null) return;
		const size = images.sizeOf(path);
		if (size === null) reportUnreadable(node, path, report);
		node.url = `../${path.split('/').map(encodeURIComponent).join('/')}`;
		node.data = { hProperties: { ...size, loading: 'lazy', decoding: 'async' } };
		shown.add(path);
	});
	return [...shown];
}

function isBlank(alt: string): boolean {
	return alt.trim() === '';
}

/** The path of an image among `paths`; `null`, and reported, when it is not there. */
function findPath(node: Image, paths: ReadonlySet<string>, report: ReportFault): string | null {
	const { line } = node.position!.start;
	if (/^([a-z][a-z0-9+.-]*:|\/)/i.test(node.url)) {
		report(
			line,
			`the image ${node.url} is not in the work’s folder`,
			'Copy it there, and write its path from there: images/map.png.'
		);
		return null;
	}
	const typed = normalizePath(node.url);
	const path = paths.has(typed) ? typed : normalizePath(decodePercents(node.url));
	if (paths.has(path)) return path;
	const lower = path.toLowerCase();
	const near = [...paths].find((other) => other.toLowerCase() === lower);
	report(
		line,
		`there is no image ${path}`,
		near ? `The file is called ${near}.` : 'Write its path from the work’s folder: images/map.png.'
	);
	return null;
}

/** A relative path without `.`, empty segments, and `..` after a name; `..` at its beginning stays. */
function normalizePath(path: string): string {
	const segments: string[] = [];
	for (const segment of path.split('/')) {
		if (segment === '' || segment === '.') continue;
		const isStepBack = segment === '..' && segments.length > 0 && segments.at(-1) !== '..';
		if (isStepBack) segments.pop();
		else segments.push(segment);
	}
	return segments.join('/') || '.';
}

function reportUnreadable(node: Image, path: string, report: ReportFault): void {
	report(
		node.position!.start.line,
		`${path} cannot be read as an image`,
		'Save it again as PNG, JPEG, GIF, WebP or SVG.'
	);
}
