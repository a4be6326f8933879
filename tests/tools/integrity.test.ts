import { expect, test } from 'vitest';
import { integrity } from '../../src/tools/integrity.js';

test('a hash is written as integrity and policies want it', () => {
	expect(integrity('')).toBe('sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=');
});
