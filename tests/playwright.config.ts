import { defineConfig, devices } from '@playwright/test';
import { browserArgs, findBrowser } from '../src/tools/find-browser.js';

// What does not depend on the screen runs once, on a phone; keys, where there is a keyboard.
const ONCE =
	/(offline|update|many-updates|publish|backup|budgets|shelf|recovery|faults|marks-failures|shared-marks|text-marks|block-marks|versions|export|shared-file|themes)\.spec\.ts$/;
const KEYS = /keys-marks\.spec\.ts$/;

export default defineConfig({
	testDir: 'e2e',
	outputDir: '.results',
	globalSetup: './e2e/builds.ts',
	reporter: 'line',
	fullyParallel: true,
	workers: 2,
	retries: 0,
	// A busy machine is slow, not wrong.
	timeout: 90_000,
	expect: { timeout: 20_000 },
	forbidOnly: Boolean(process.env.CI),
	use: {
		browserName: 'chromium',
		launchOptions: { executablePath: findBrowser(), args: browserArgs() }
	},
	projects: [
		{ name: 'phone', testIgnore: KEYS, use: devices['Pixel 7'] },
		{
			name: 'iphone',
			// For layout and reading; what is done to marks does not differ from the other phone.
			testIgnore: [ONCE, /(access|backup|export|marks|card|notebook)\.spec\.ts$/],
			use: { ...devices['iPhone 15'], defaultBrowserType: 'chromium' }
		},
		{
			name: 'desktop',
			testIgnore: ONCE,
			use: { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 800 } }
		}
	]
});
