import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default defineConfig(
	{
		ignores: [
			'build/',
			'.svelte-kit/',
			'tests/.builds/',
			'tests/.results/',
			'tests/.reports/',
			'tests/**/fixtures/'
		]
	},
	{ linterOptions: { reportUnusedDisableDirectives: 'error' } },
	js.configs.recommended,
	ts.configs.recommended,
	svelte.configs.recommended,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		rules: {
			// TypeScript finds these by itself, and knows more globals than a list here could.
			'no-undef': 'off',
			eqeqeq: 'error',
			// So that a destructuring of which only some names change stays one statement.
			'prefer-const': ['error', { destructuring: 'all' }],
			'@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }]
		}
	},
	{
		// What people run in a terminal talks to them; what runs in a browser does not.
		files: ['src/**'],
		ignores: ['src/tools/**'],
		rules: { 'no-console': 'error' }
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig }
		},
		rules: {
			// Our addresses end in a slash, which resolve() leaves out: a static host would redirect.
			'svelte/no-navigation-without-resolve': 'off',
			// State is `$state.raw` and replaced whole; what changes in place is never on the screen.
			'svelte/prefer-svelte-reactivity': 'off'
		}
	},
	{
		files: ['**/*.svelte'],
		rules: {
			// Props are destructured with `let` in one statement; this one knows, the general one does not.
			'prefer-const': 'off',
			'svelte/prefer-const': ['error', { destructuring: 'all' }]
		}
	},
	{
		// These need types: a promise that nobody waits for is a mark that was perhaps not saved.
		files: ['src/**/*.ts', 'tests/**/*.ts'],
		languageOptions: {
			parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname }
		},
		rules: {
			'@typescript-eslint/await-thenable': 'error',
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/no-misused-promises': 'error',
			'@typescript-eslint/no-unnecessary-type-assertion': 'error'
		}
	}
);
