/** A disk of our own, that can be copied as it is at a moment: what was not flushed by then is not in it. */
import { expect } from '@playwright/test';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { makeFolder } from './crash';

/** The disk writes nothing by itself for so long (s): what is on it was flushed. */
const COMMIT = 300;

export class Disk {
	#image: string;
	/** Where it is mounted. */
	readonly path: string;

	private constructor(image: string) {
		this.#image = image;
		this.path = `${image}.mounted`;
		mkdirSync(this.path, { recursive: true });
	}

	/** An empty one, mounted; its image has this name. */
	static make(image: string): Disk {
		execFileSync('truncate', ['-s', '512M', image]);
		execFileSync('mkfs.ext4', ['-q', '-m', '0', image], { stdio: 'pipe' });
		const disk = new Disk(image);
		disk.mount();
		return disk;
	}

	mount(): void {
		const options = `loop,commit=${COMMIT}`;
		execFileSync('mount', ['-o', options, this.#image, this.path], { stdio: 'pipe' });
	}

	/** Writes all that is not on it yet, and takes it away, once the last of a killed browser let go of it. */
	async unmount(): Promise<void> {
		const isDone = () => spawnSync('umount', [this.path]).status === 0;
		await expect.poll(isDone, { message: `umount ${this.path}` }).toBe(true);
	}

	/** Another one with what is on this one now, not mounted. */
	copy(image: string): Disk {
		execFileSync('cp', ['--sparse=always', this.#image, image]);
		return new Disk(image);
	}
}

/** Why there can be no such disk here; `null` when there can. */
export async function whyNoDisk(): Promise<string | null> {
	if (process.platform !== 'linux') return 'it needs Linux';
	if (process.getuid?.() !== 0) return 'it needs root, to mount a disk of its own';
	const folder = makeFolder();
	try {
		await Disk.make(`${folder.path}/disk`).unmount();
		return null;
	} catch (error) {
		return `no disk can be mounted: ${(error as Error).message.split('\n')[0]}`;
	} finally {
		folder.end();
	}
}
