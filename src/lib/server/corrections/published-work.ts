/** A work as it was published: in a commit, or in another folder. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readWork, type WorkWithChapters } from '../work';
import { CorrectionError } from './correction-error';

/** The folder of texts, and the slug of a work in it. */
export interface WorkAddress {
	folder: string;
	slug: string;
}

/**
 * The work as it is in `from`: a folder that holds it or is it, else what git calls a commit. Faults in
 * it are passed over. Throws a `CorrectionError` when it is not there.
 */
export function readPublished({ folder, slug }: WorkAddress, from: string): WorkWithChapters {
	for (const path of [join(from, slug), from])
		if (existsSync(join(path, 'work.yaml'))) return readWork(path, slug, []);
	if (existsSync(from))
		throw new CorrectionError(`There is no work ${slug} in the folder ${from}.`);
	return readCommitted({ folder, slug }, from);
}

function readCommitted({ folder, slug }: WorkAddress, commit: string): WorkWithChapters {
	const git = (args: string[], input = '') =>
		execFileSync('git', ['-C', folder, ...args], {
			input,
			stdio: 'pipe',
			maxBuffer: LARGEST
		});
	let listed: string[];
	try {
		listed = git(['ls-tree', '-r', '-z', '--name-only', commit, '--', `./${slug}`])
			.toString()
			.split('\0');
	} catch {
		// Whatever git says: no repository, no such commit, no git.
		throw new CorrectionError(
			`“${commit}” is neither a folder nor a commit of the texts. Say with --from where the text is as it is published.`
		);
	}
	// Pictures have no text. Of names that git could not be asked for in one line there are none.
	const files = listed.filter((path) => /\.(md|yaml)$/.test(path) && !path.includes('\n'));
	if (files.length === 0) throw new CorrectionError(`There is no work ${slug} in ${commit}.`);
	const asked = files.map((path) => `${commit}:./${path}\n`).join('');
	const contents = splitBatch(git(['cat-file', '--batch'], asked));
	const aside = mkdtempSync(join(tmpdir(), 'postil-published-'));
	try {
		files.forEach((path, index) => {
			mkdirSync(dirname(join(aside, path)), { recursive: true });
			writeFileSync(join(aside, path), contents[index]);
		});
		return readWork(join(aside, slug), slug, []);
	} finally {
		rmSync(aside, { recursive: true });
	}
}

const LARGEST = 1 << 28; // bytes of all texts of a work

/** What `git cat-file --batch` printed: before each file a line that ends with its size, after it a line end. */
function splitBatch(printed: Uint8Array): Uint8Array[] {
	const files: Uint8Array[] = [];
	for (let at = 0; at < printed.length;) {
		const end = printed.indexOf(LINE_FEED, at);
		const size = Number(/\d+$/.exec(new TextDecoder().decode(printed.subarray(at, end)))![0]);
		files.push(printed.subarray(end + 1, end + 1 + size));
		at = end + 1 + size + 1;
	}
	return files;
}

const LINE_FEED = 0x0a;
