/** A small chapter on the page, and a reader in it, for tests of where they are. */
import type { ReadingPosition } from '$lib/core/reading/reading-position';
import type { ReadingPositions } from '$lib/state/reading/reading-positions.svelte';
import type { PositionMirror } from '$lib/storage/before-paint-mirror';
import { onTestFinished } from 'vitest';
import { BarsVisibility } from '../../../src/lib/ui/reading/bars/bars-visibility.svelte';
import { CurrentChapter } from '../../../src/lib/ui/reading/current-chapter';
import { Overlays } from '../../../src/lib/ui/reading/overlays.svelte';
import { JumpHistory } from '../../../src/lib/ui/reading/position/jump-history.svelte';
import { PositionTracker } from '../../../src/lib/ui/reading/position/position-tracker.svelte';
import { painted, show } from '../../dom/page';

const PARAGRAPHS = 40;
const WORDS = ' and so it went on'.repeat(40);

/** A text of forty paragraphs, of which the tenth has a footnote. */
function article(): string {
	const paragraphs = Array.from({ length: PARAGRAPHS }, (_, index) => {
		const ref = index === 9 ? '<a id="noteref-1" href="#note-1" data-noanchor>1</a>' : '';
		return `<p id="p${index + 1}">${index + 1}${ref}${WORDS}</p>`;
	});
	return `<article style="font: 16px/1.5 serif; width: 360px">${paragraphs.join('')}
		<p id="note-1">The note. <a href="#noteref-1" data-noanchor>back</a></p></article>`;
}

const WORK = { slug: 'work', title: 'Work', author: 'A', language: 'en', dir: 'ltr' } as const;
const SUMMARY = {
	slug: 'one',
	title: 'One',
	number: null,
	minutes: 9,
	plain: true,
	edition: '0'.repeat(32),
	paragraphs: PARAGRAPHS
};

/** The positions of a reader, saved nowhere but in `saved`, the latest last. */
class FakePositions {
	readonly saved: ReadingPosition[] = [];
	mirrorOf = () => null;
	latest = async () => this.saved.at(-1) ?? null;
	save = async (_: string, { position }: PositionMirror) => void this.saved.push(position);
}

/** Opens the chapter; `positions` of a reader who was here before, maybe in another edition. */
export async function openPage(positions = new FakePositions(), edition = SUMMARY.edition) {
	document.documentElement.style.overflowAnchor = 'none'; // as in reading.css
	const element = show(article());
	const chapter = new CurrentChapter(WORK, { ...SUMMARY, edition });
	chapter.attach(element);
	const bars = new BarsVisibility();
	const overlays = new Overlays();
	const position = new PositionTracker(positions as unknown as ReadingPositions, {
		chapter,
		bars,
		overlays
	});
	const stop = position.attach(element);
	await position.restored;
	const jumps = new JumpHistory({ chapter, bars, overlays, position });
	const travel = ({ state }: PopStateEvent) => jumps.travel(state);
	window.addEventListener('popstate', travel);
	/** The document goes. */
	const close = () => {
		stop();
		window.removeEventListener('popstate', travel);
	};
	onTestFinished(close);
	return { chapter, bars, overlays, position, positions, jumps, close };
}

export function byId<Kind extends HTMLElement>(id: string): Kind {
	return document.getElementById(id) as Kind;
}

/** The reader scrolls until `id` is at the top of the screen. */
export async function scrollTo(id: string): Promise<void> {
	window.scrollBy(0, byId(id).getBoundingClientRect().top + 3);
	await painted();
}
