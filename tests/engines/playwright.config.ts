import { defineConfig } from '@playwright/test';
import { findFirefox } from './install.js';

// Playwright drives the Firefox of the system by WebDriver BiDi, which this channel says.
export default defineConfig({
	testDir: '.',
	outputDir: '../.results',
	globalSetup: './build.ts',
	reporter: './table.ts',
	workers: 1,
	retries: 0,
	timeout: 60_000,
	expect: { timeout: 20_000 },
	projects: [{ name: 'Firefox' }],
	use: {
		browserName: 'firefox',
		channel: 'moz-firefox',
		viewport: { width: 412, height: 915 },
		screen: { width: 412, height: 915 },
		launchOptions: { executablePath: findFirefox() }
	}
});
