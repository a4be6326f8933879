import { expect, test } from 'vitest';
import config from '../../svelte.config.js';

const { handleMissingId } = config.kit!.prerender!;
const missing = (id: string) => () => {
	if (typeof handleMissingId !== 'function') throw new Error('No function');
	return handleMissingId({ id, message: `No ${id}`, path: '/w/1-a/', referrers: [] });
};

test('a link to words stops no build, one to an element that is not there does', () => {
	expect(missing(':~:text=there')).not.toThrow();
	expect(missing('p99')).toThrow('No p99');
});
