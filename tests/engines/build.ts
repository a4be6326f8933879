import { makeBuilds } from '../e2e/builds';

/** Makes the sites that these journeys need, before the first of them. */
export default function build(): Promise<void> {
	return makeBuilds(['main', 'typo', 'fixtures']);
}
