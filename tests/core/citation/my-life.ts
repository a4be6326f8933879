import type { CitedWork } from '$lib/core/citation/cited-work';

/** A work as it is cited. */
export const MY_LIFE = {
	slug: 'my-life',
	title: 'My Life',
	author: 'Leon Trotsky',
	language: 'en',
	publication: {
		year: '1930',
		publisher: 'Scribner',
		place: 'New York',
		translator: 'Max Eastman'
	},
	address: 'https://read.example/my-life/'
} satisfies CitedWork;
