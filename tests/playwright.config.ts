import { defineConfig, devices } from '@playwright/test';
import { browserArgs, findBrowser } from '../src/tools/find-browser.js';

// What the service worker asks for is seen by the tests' own servers; told of by the browser too, it
// takes a tenth more to install.
process.env.PLAYWRIGHT_DISABLE_SERVICE_WORKER_NETWORK = '1';

// Keys, where there is a keyboard.
const KEYS = /keys-marks\.spec\.ts/;

// A phone tries everything; other screens what depends on the screen (`@screen`), and the desktop
// alone what only a wide one has (`@wide`).
export default defineConfig({
	testDir: 'e2e',
	outputDir: '.results',
	globalSetup: './e2e/builds.ts',
	reporter: 'line',
	fullyParallel: true,
	// Most of a test is waiting: for a worker that installs, a browser that starts, a write.
	workers: 4,
	retries: 0,
	// A busy machine is slow, not wrong.
	timeout: 90_000,
	expect: { timeout: 20_000 },
	forbidOnly: Boolean(process.env.CI),
	use: {
		browserName: 'chromium',
		launchOptions: { executablePath: findBrowser(), args: browserArgs() }
	},
	// The few tests of other screens come first, beside those of the phone: a worker starts for each
	// project anew, and each start takes as long as a test.
	projects: [
		{
			name: 'iphone',
			workers: 1,
			// For layout and reading; what is done to marks does not differ from the other phone.
			testMatch: /(reading-position|reading)\.spec\.ts/,
			grep: /@screen/,
			use: { ...devices['iPhone 15'], defaultBrowserType: 'chromium' }
		},
		{
			name: 'desktop',
			workers: 2,
			grep: [/@screen/, /@wide/, KEYS],
			use: { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 800 } }
		},
		{ name: 'phone', testIgnore: KEYS, grepInvert: /@wide/, use: devices['Pixel 7'] }
	]
});
