import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import type { AnnotatedPage } from '../../../../src/lib/ui/reading/annotated-page';
import { sharePassage } from '../../../../src/lib/ui/reading/marking/copy-and-share';
import { openPage } from '../open-page';

let copied: string[];

beforeEach(() => {
	copied = [];
	vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(
		async (text) => void copied.push(text)
	);
	onTestFinished(() => {
		vi.restoreAllMocks();
		Reflect.deleteProperty(navigator, 'share');
	});
});

/** Shares the words `11 and so it` by what the browser has; gives what the reader is told. */
async function share(system?: (data: ShareData) => Promise<void>): Promise<string[]> {
	Object.defineProperty(navigator, 'share', { value: system, configurable: true });
	const { chapter } = await openPage();
	const told: string[] = [];
	const notices = { show: ({ text }: { text: string }) => void told.push(text) };
	const { start } = chapter.map.blocks[10];
	const range = { start, end: start + '11 and so it'.length };
	await sharePassage({ chapter, notices } as unknown as AnnotatedPage, range);
	return told;
}

const CITED = '“11 and so it”\n— A, Work, “One”, ¶ 11';
const ADDRESS = /^http\S+#p11:~:text=11%20and%20so%20it$/;
const failing = (name: string) => () => Promise.reject(new DOMException('', name));

test('A passage is shared by the system’s sheet, with its source and an address that leads to it', async () => {
	const shared: ShareData[] = [];
	expect(await share(async (data) => void shared.push(data))).toEqual([]);
	expect(shared).toEqual([
		{ title: 'One', text: CITED, url: expect.stringMatching(ADDRESS) as string }
	]);
	expect(copied).toEqual([]);
});

test('Nothing more happens when the reader closes that sheet', async () => {
	expect(await share(failing('AbortError'))).toEqual([]);
	expect(copied).toEqual([]);
});

test.each([
	['there is no such sheet', undefined],
	['the system refuses', failing('NotAllowedError')]
])('It is copied with its address when %s', async (_, system) => {
	expect(await share(system)).toEqual(['Link copied']);
	const [text, address] = [copied[0].slice(0, CITED.length), copied[0].split('\n').at(-1)!];
	expect(text).toBe(CITED);
	expect(address).toMatch(ADDRESS);
});
