import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Annotation } from '$lib/core/annotation/annotation';
import { currentTarget } from '$lib/core/annotation/current-target';
import { isDeleted, isTombstone } from '$lib/core/annotation/deletion';
import { withChanges, withDeleted, withEdit, withTarget } from '$lib/core/annotation/edit';
import { latestClock } from '$lib/core/annotation/latest-clock';
import { merge } from '$lib/core/annotation/merge';
import { anyAnnotation, anyClock, at, target } from './arbitraries';

// Whatever the clocks of those who wrote to an annotation before: an edit is made upon what the reader
// sees, and wins over it everywhere. `anyClock` is as often before as after what is there.

/** Checks an edit of any annotation, as it is after a merge with what it was made upon, in both orders. */
function afterMerge(
	edit: (annotation: Annotation, at: string) => Annotation,
	check: (merged: Annotation) => void
): void {
	fc.assert(
		fc.property(anyAnnotation, anyClock, (any, stamp) => {
			const [annotation] = merge([any], []);
			if (isTombstone(annotation)) return;
			const edited = edit(annotation, stamp);
			for (const [merged] of [merge([edited], [annotation]), merge([annotation], [edited])]) {
				check(merged);
			}
		})
	);
}

describe('An edit wins over what it was made upon', () => {
	test('changed fields', () => {
		afterMerge(
			(one, stamp) => withChanges(one, { colour: 'green', note: 'new', tags: ['new'] }, stamp),
			({ fields }) => {
				const values = [fields.colour?.value, fields.note?.value, fields.tags?.value];
				expect(values).toEqual(['green', 'new', ['new']]);
			}
		);
	});

	test.each([true, false])('deleted: %s', (deleted) => {
		afterMerge(
			(one, stamp) => withDeleted(one, deleted, stamp),
			(merged) => expect(isDeleted(merged)).toBe(deleted)
		);
	});

	test('a place made by hand', () => {
		afterMerge(
			(one, stamp) => withTarget(one, target(77), stamp),
			(merged) => expect(currentTarget(merged).start).toBe(77)
		);
	});

	test('several things at once', () => {
		afterMerge(
			(one, stamp) =>
				withEdit(
					one,
					{ id: one.id, changes: { colour: 'green' }, target: target(77), deleted: true },
					stamp
				),
			(merged) => {
				expect(merged.fields.colour?.value).toBe('green');
				expect(currentTarget(merged).start).toBe(77);
				expect(isDeleted(merged)).toBe(true);
			}
		);
	});
});

test('An edit bears its own time, unless what it was made upon is later', () => {
	const of = (n: number): Annotation => ({
		id: 'a',
		v: 1,
		kind: 'highlight',
		created: '',
		targets: [target(0)],
		fields: { colour: { value: 'pink', at: at(n, 'far') } }
	});
	expect(latestClock(withChanges(of(3), { note: 'x' }, at(5, 'here')))).toBe(at(5, 'here'));
	expect(latestClock(withChanges(of(7), { note: 'x' }, at(5, 'here')))).toBe(
		'0000000000007-0001-here'
	);
});
