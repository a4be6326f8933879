/**
 * The icons of what a chapter's page loads when it is used, and of the other pages: drawn by `Icon.svelte`
 * as those of icons.ts are, and from the same source.
 */
export const MORE_ICONS = {
	adjust: 'M6 4v16M18 4v16M9 12h6M9 12l2-2M9 12l2 2M15 12l-2-2M15 12l-2 2',
	check: 'M20 6 9 17l-5-5',
	copy: 'M10 8h10a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H10a2 2 0 0 1-2-2V10a2 2 0 0 1 2-2zM4 16a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2',
	filter: 'M2 5h20M6 12h12M9 19h6',
	minus: 'M5 12h14',
	pause: 'M7 5v14M17 5v14',
	play: 'M7 4v16l13-8z',
	note: 'M12 20h9M16.4 3.6a1 1 0 0 1 3 3L7.4 18.6a2 2 0 0 1-.9.5L3 20l.9-3.5a2 2 0 0 1 .5-.9z',
	palette:
		'M12 22a1 1 0 0 1 0-20 10 9 0 0 1 10 9 5 5 0 0 1-5 5h-2a2 2 0 0 0-2 3l1 1a2 2 0 0 1-1 2zM13.5 6.5h.01M17.5 10.5h.01M6.5 12.5h.01M8.5 7.5h.01',
	plus: 'M5 12h14M12 5v14',
	selectAll: 'M18 6 7 17l-5-5M22 10l-7.5 7.5L13 16',
	settings:
		'M9.7 4.1a2.3 2.3 0 0 1 4.7 0 2.3 2.3 0 0 0 3.3 1.9 2.3 2.3 0 0 1 2.3 4 2.3 2.3 0 0 0 0 3.8 2.3 2.3 0 0 1-2.3 4 2.3 2.3 0 0 0-3.3 1.9 2.3 2.3 0 0 1-4.7 0 2.3 2.3 0 0 0-3.3-1.9 2.3 2.3 0 0 1-2.3-4 2.3 2.3 0 0 0 0-3.8A2.3 2.3 0 0 1 6.3 6.1a2.3 2.3 0 0 0 3.3-1.9M15 12a3 3 0 1 1-6 0 3 3 0 0 1 6 0',
	share: 'M4 12v8a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-8M16 6l-4-4-4 4M12 2v13',
	tag: 'M12.6 2.6A2 2 0 0 0 11.2 2H4a2 2 0 0 0-2 2v7.2a2 2 0 0 0 .6 1.4l8.7 8.7a2.4 2.4 0 0 0 3.4 0l6.6-6.6a2.4 2.4 0 0 0 0-3.4zM7.5 7.5h.01',
	trash: 'M3 6h18M19 6v14a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V6M8 6V4a2 2 0 0 1 2-2h4a2 2 0 0 1 2 2v2'
} as const;
