import { defineConfig } from '@playwright/test';

export default defineConfig({
	testDir: '.',
	outputDir: '../.results',
	globalSetup: './build.ts',
	reporter: './table.ts',
	// Two at once on two cores: most of a journey is waiting.
	workers: 2,
	fullyParallel: true,
	retries: 0,
	timeout: 90_000,
	expect: { timeout: 20_000 },
	projects: [{ name: 'Firefox' }, { name: 'WebKit' }]
});
