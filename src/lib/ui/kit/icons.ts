/**
 * The icons that a chapter's page shows by itself, each as one path on a 24 x 24 grid, drawn by
 * `Icon.svelte`: a third of the bytes of a component apiece, which counts on a page made of text.
 *
 * Shapes from Lucide, https://lucide.dev, ISC License, Copyright (c) 2026 Lucide
 * Icons and Contributors: permission to use, copy, modify and distribute for any
 * purpose is granted, provided that this notice appears in all copies.
 */
export const ICONS = {
	back: 'm15 18-6-6 6-6',
	bookmark: 'm19 21-7-4-7 4V5a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2z',
	close: 'M18 6 6 18M6 6l12 12',
	contents: 'M3 5h.01M3 12h.01M3 19h.01M8 5h13M8 12h13M8 19h13',
	forward: 'm9 18 6-6-6-6',
	marker: 'm9 11-6 6v3h9l3-3M14 4 9 9v4l4 4h4l5-5',
	notebook: 'M5 19V5a2 2 0 0 1 2-2h12v18H7a2 2 0 0 1 0-4h12',
	return: 'M20 20v-7a4 4 0 0 0-4-4H4M9 14 4 9l5-5',
	search: 'm21 21-4.3-4.3M19 11a8 8 0 1 1-16 0 8 8 0 0 1 16 0'
} as const;

export type IconName = keyof typeof ICONS;

/** A path of one's own: of an icon that no page of a text shows by itself (more-icons.ts). */
export type IconPath = `M${string}`;
