import { isReservedSlug, isSlug, suggestSlug } from '$lib/content/publishing/addresses';
import { AddError } from './add-error';

const LONGEST = 60; // letters that are made of a title; a publisher may take more

/** The slug of a work: `name`, if the publisher gives one, else made of its title. Throws an `AddError`. */
export function workSlug(name: string | undefined, title: string): string {
	const slug = name ?? suggestSlug(title).slice(0, LONGEST).replace(/-$/, '');
	if (name === undefined && slug === '')
		throw new AddError(
			`The title “${title}” has no Latin letters to make an address of. Give one: --name my-life.`
		);
	if (!isSlug(slug))
		throw new AddError(
			`“${slug}” cannot be part of an address. Use lowercase letters, digits and hyphens: ${suggestSlug(slug) || 'my-life'}.`
		);
	if (isReservedSlug(slug))
		throw new AddError(
			`“${slug}” is the name of one of Postil’s own pages. Give another: --name the-${slug}.`
		);
	return slug;
}
